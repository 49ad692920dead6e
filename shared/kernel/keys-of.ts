/** The names in a record, in their order: what is to be listed and named stands once, as the record of its names. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[]
}
