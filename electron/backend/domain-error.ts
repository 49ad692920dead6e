import type { DomainErrorData, EntityKind } from '../../shared/domain-error.ts'

/** Thrown if a rule is broken. Contains data only; page and command line make the text. */
export class DomainError extends Error {
  readonly data: DomainErrorData

  constructor(data: DomainErrorData) {
    super(data.code)
    this.name = 'DomainError'
    this.data = data
  }
}

/** For a row that must exist. @throws DomainError not_found */
export function found<T>(value: T | undefined | null, entity: EntityKind): T {
  if (value === undefined || value === null) throw new DomainError({ code: 'not_found', entity })
  return value
}

/** The matching row, which must exist. @throws DomainError not_found */
export function foundIn<T>(rows: readonly T[], fits: (row: T) => boolean, entity: EntityKind): T {
  return found(rows.find(fits), entity)
}
