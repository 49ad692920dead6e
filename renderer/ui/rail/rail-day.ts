import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

export type RailDayState = 'planned' | 'today' | 'filled' | 'closed' | 'missed' | 'moved' | 'problem' | 'released'

export interface RailDay {
  /** 1 is the first day. */
  n: number
  date: PlainDate
  state: RailDayState
  /** Replaces the text of the state: "pindah dari 31 Desember", "instruktur tidak sah". */
  note?: string
}

export type RailGapKind = 'weekend' | 'national_holiday' | 'joint_leave' | 'regional_holiday' | 'centre_closure'

export interface RailGap {
  date: PlainDate
  kind: RailGapKind
  name: string
}

export type RailSize = 'L' | 'M' | 'S'
