import { Box, type BoxProps } from '@mantine/core'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import styles from './columns.module.css'

interface ColumnsProps extends BoxProps, Omit<ComponentProps<'div'>, keyof BoxProps> {
  /** As in CSS: '7rem 1fr'. A share (1fr) may become narrower than its content. */
  widths: string
  /** Widths from 1600 px on. */
  wide?: string
  /** Below 1100 px the columns are stacked. */
  stacks?: boolean
  gap?: string
  align?: 'start' | 'center' | 'end' | 'stretch'
  component?: 'div' | 'li' | 'ol' | 'form'
}

/** Fields or other parts beside each other. */
export function Columns(props: ColumnsProps) {
  const {
    widths,
    wide = widths,
    stacks,
    gap = '0.875rem',
    align = 'start',
    component = 'div',
    className,
    ...box
  } = props
  return (
    <Box
      component={component as 'div'}
      {...box}
      className={classNames(styles.columns, className)}
      data-stacks={stacks || undefined}
      __vars={{ '--widths': narrowing(widths), '--wide': narrowing(wide) }}
      style={{ alignItems: align, gap }}
    />
  )
}

function narrowing(widths: string): string {
  return widths.replace(/(?<!, )\b[\d.]+fr/g, 'minmax(0, $&)')
}
