import { Input, SegmentedControl, type SegmentedControlProps } from '@mantine/core'
import { field } from './field.tsx'

/** A segmented control with a label above it. */
export function SegmentedField({ label, ...control }: SegmentedControlProps & { label: string }) {
  return (
    <Input.Wrapper {...field({ label })} labelElement="div">
      <SegmentedControl fullWidth aria-label={label} {...control} />
    </Input.Wrapper>
  )
}
