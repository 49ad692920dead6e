import type { FormSubject } from '../../../shared/features/office-form/office-form.ts'
import type { InstructorId, RegistrationId } from '../../../shared/ids.ts'
import { api, useRead } from '../../app/client.ts'

interface ExampleChoice {
  value: string
  label: string
  of: { code: string } | { registrationId: RegistrationId } | { instructorId: InstructorId }
}

/** Subjects for an example of a form: classes, registrations or instructors. */
export function useExampleChoices(subject: FormSubject): ExampleChoice[] {
  const isOfClass = subject === 'COHORT' || subject === 'PERSON'
  const cohorts = useRead(api.cohort.list, {}, { enabled: isOfClass })
  const registrations = useRead(api.registration.list, {}, { enabled: subject === 'REGISTRATION' })
  const instructors = useRead(api.instructor.list, {}, { enabled: subject === 'INSTRUCTOR' })
  if (isOfClass)
    return (cohorts.data ?? []).map(({ code, title }) => ({ value: code, label: `${title} · ${code}`, of: { code } }))
  if (subject === 'REGISTRATION')
    return (registrations.data ?? []).map(({ id, title }) => ({
      value: String(id),
      label: title,
      of: { registrationId: id },
    }))
  return (instructors.data ?? []).map(({ id, name }) => ({ value: String(id), label: name, of: { instructorId: id } }))
}
