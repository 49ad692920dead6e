import type { ReactNode } from 'react'

export interface HeatRow {
  key: string
  /** A number before the label. */
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

/** A cell. Null means the total over all rows, or over all columns. */
export interface HeatPlace {
  row: string | null
  column: string | null
}

export interface HeatBoardProps {
  /** For screen readers, with the size: "Papan sebaran, 24 kegiatan, 104 kelurahan". */
  label: string
  rows: readonly HeatRow[]
  groups: readonly HeatGroup[]
  /** A whole number from 0, also for totals. */
  value: (place: HeatPlace) => number
  /** A cell in one sentence: "Tata Rias III, Kel. Karawaci Baru: 2 orang". */
  spoken: (place: HeatPlace) => string
  /** Content of the card beside the current cell. */
  card: (place: HeatPlace) => ReactNode
  /** Called by Enter or a click. */
  onOpen: (place: HeatPlace) => void
  rowHead: string
  sumHead: string
  footHead: string
  /** Few columns, wide enough for their names. */
  wide?: boolean
}
