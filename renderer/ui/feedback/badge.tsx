import { IconAlertTriangle, IconCircleCheck, IconCircleX, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './badge.module.css'

export type BadgeTone = 'neutral' | 'ok' | 'warn' | 'err' | 'info' | 'now' | 'lock'

interface BadgeProps {
  /** 'now' only for today; 'info' for a neutral state; 'lock' for restricted data. */
  tone?: BadgeTone
  /** Adds the icon of ok, warn or err. */
  signed?: boolean
  icon?: TablerIcon
  children: ReactNode
}

const signs: Partial<Record<BadgeTone, TablerIcon>> = { ok: IconCircleCheck, warn: IconAlertTriangle, err: IconCircleX }

export function Badge({ tone = 'neutral', signed = false, icon, children }: BadgeProps) {
  const Icon = icon ?? (signed ? signs[tone] : undefined)
  return (
    <span className={classNames(styles.badge, styles[tone])} data-tone={tone}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  )
}

/** Remaining validity: red up to 60 days, amber up to 180, then green; 'lewat' and 'besok' as words. */
export function ValidityBadge({ daysLeft }: { daysLeft: number }) {
  const tone = daysLeft <= 60 ? 'err' : daysLeft <= 180 ? 'warn' : 'ok'
  return <Badge tone={tone}>{formatValidity(daysLeft)}</Badge>
}

function formatValidity(daysLeft: number): string {
  if (daysLeft < 0) return `lewat ${-daysLeft} hari`
  if (daysLeft === 0) return 'hari ini'
  if (daysLeft === 1) return 'besok'
  return daysLeft <= 180 ? `tinggal ${daysLeft} hari` : 'berlaku'
}
