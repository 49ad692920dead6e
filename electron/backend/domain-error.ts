import type { DomainErrorData, EntityKind } from '../../shared/domain-error.ts'

/** Thrown where a rule is broken. It carries data only: the page and the command line make the words. */
export class DomainError extends Error {
  readonly data: DomainErrorData

  constructor(data: DomainErrorData) {
    super(data.code)
    this.name = 'DomainError'
    this.data = data
  }
}

/** For a row that must be there. @throws DomainError not_found */
export function found<T>(value: T | undefined | null, entity: EntityKind): T {
  if (value === undefined || value === null) throw new DomainError({ code: 'not_found', entity })
  return value
}

/** The row that fits and must be there. @throws DomainError not_found */
export function foundIn<T>(rows: readonly T[], fits: (row: T) => boolean, entity: EntityKind): T {
  return found(rows.find(fits), entity)
}
