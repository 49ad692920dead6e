import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { DomainError } from '../../domain-error.ts'

/** Not in the schema, which does not know today. @throws DomainError born_in_future */
export function assertBorn({ name, birthDate }: Pick<TraineeDraft, 'name' | 'birthDate'>, today: PlainDate): void {
  if (birthDate > today) throw new DomainError({ code: 'born_in_future', name, date: birthDate })
}
