import type { ReactNode } from 'react'

export interface HeatRow {
  key: string
  /** Stands before the label, narrower: a number. */
  lead?: string
  label: string
}

export interface HeatColumn {
  key: string
  label: string
}

export interface HeatGroup {
  key: string
  label: string
  columns: readonly HeatColumn[]
}

/** Null is the sum over all rows, or over all columns. */
export interface HeatPlace {
  row: string | null
  column: string | null
}

export interface HeatBoardProps {
  /** For screen readers, with the size: "Papan sebaran, 24 kegiatan, 104 kelurahan". */
  label: string
  rows: readonly HeatRow[]
  groups: readonly HeatGroup[]
  /** A whole number from 0, also for the sums. */
  value: (place: HeatPlace) => number
  /** A cell in one sentence: "Tata Rias III, Kel. Karawaci Baru: 2 orang". */
  spoken: (place: HeatPlace) => string
  /** What stands in the card beside the cell under the cursor. */
  card: (place: HeatPlace) => ReactNode
  /** Enter or a click. */
  onOpen: (place: HeatPlace) => void
  rowHead: string
  sumHead: string
  footHead: string
  /** Few columns, each wide enough to bear its name. */
  wide?: boolean
}
