/** One part of everything that is held about a person: the same for the paper and for the file that a program reads. */
export type PersonSection = { title: string } & (
  | { facts: readonly { label: string; value: string }[] }
  /** Columns with their share of the width. */
  | { columns: readonly { head: string; share: number }[]; rows: readonly (readonly string[])[] }
)

/** Columns of a table, each with its share of the width. */
export function columns(...heads: [head: string, share: number][]) {
  return heads.map(([head, share]) => ({ head, share }))
}

/** Sections as JSON, by their titles: facts as one object, tables as lists of objects. */
export function sectionsAsData(sections: readonly PersonSection[]): Record<string, unknown> {
  return Object.fromEntries(
    sections.map(section => [
      section.title,
      'facts' in section
        ? Object.fromEntries(section.facts.map(({ label, value }) => [label, value]))
        : section.rows.map(row =>
            Object.fromEntries(section.columns.map(({ head }, index) => [head, row[index] ?? ''])),
          ),
    ]),
  )
}
