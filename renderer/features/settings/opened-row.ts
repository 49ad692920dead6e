interface OpenedSearch {
  /** The row with the open drawer: its id, or 'baru'. */
  buka?: string
}

export function openedSearch(search: Record<string, unknown>): OpenedSearch {
  // The router parses a number in the address as a number.
  return search.buka === undefined ? {} : { buka: String(search.buka) }
}

/** The row with this id; null for a new one. */
export function openedRow<Row extends { id: number }>(rows: readonly Row[], opened: string): Row | null {
  return rows.find(row => String(row.id) === opened) ?? null
}
