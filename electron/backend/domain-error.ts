import type { DomainErrorData } from '../../shared/domain-error.ts'
import { domainErrorMessage } from '../../shared/domain-error-message.ts'

/** Thrown where a rule is broken; crosses to the page as data and to the command line as words. */
export class DomainError extends Error {
  readonly data: DomainErrorData

  constructor(data: DomainErrorData) {
    super(domainErrorMessage(data))
    this.name = 'DomainError'
    this.data = data
  }
}

/** For a row that must be there: answers it, or refuses. */
export function found<T>(
  value: T | undefined | null,
  entity: Extract<DomainErrorData, { code: 'not_found' }>['entity'],
): T {
  if (value === undefined || value === null) throw new DomainError({ code: 'not_found', entity })
  return value
}
