import { Input, SegmentedControl, type SegmentedControlProps } from '@mantine/core'
import { field } from './field.tsx'

/** Two or three ways that shut each other out, with their label above them. */
export function SegmentedField({ label, ...control }: SegmentedControlProps & { label: string }) {
  return (
    <Input.Wrapper {...field({ label })} labelElement="div">
      <SegmentedControl fullWidth aria-label={label} {...control} />
    </Input.Wrapper>
  )
}
