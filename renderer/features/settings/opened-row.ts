interface OpenedSearch {
  /** The row whose drawer is open: its id, or 'baru'. */
  buka?: string
}

export function openedSearch(search: Record<string, unknown>): OpenedSearch {
  // The router reads a number in the address as one.
  return search.buka === undefined ? {} : { buka: String(search.buka) }
}

/** The row that the address names; null for a new one. */
export function openedRow<Row extends { id: number }>(rows: readonly Row[], opened: string): Row | null {
  return rows.find(row => String(row.id) === opened) ?? null
}
