import { Box, type BoxProps } from '@mantine/core'
import type { ComponentProps } from 'react'

interface ColumnsProps extends BoxProps, Omit<ComponentProps<'div'>, keyof BoxProps> {
  /** As in CSS: '7rem 1fr'. A share of what is left (1fr) may become narrower than what stands in it. */
  widths: string
  gap?: string
  align?: 'start' | 'center' | 'end' | 'stretch'
  component?: 'div' | 'li' | 'ol' | 'form'
}

/** Fields or other parts beside each other. */
export function Columns({ widths, gap = '0.875rem', align = 'start', component = 'div', ...box }: ColumnsProps) {
  const gridTemplateColumns = widths.replace(/(?<!, )\b[\d.]+fr/g, 'minmax(0, $&)')
  return (
    <Box
      component={component as 'div'}
      {...box}
      style={{ display: 'grid', alignItems: align, gap, gridTemplateColumns }}
    />
  )
}
