import { api, useCommand } from '../../app/client.ts'

const opposites = {
  WITHDRAWN: { kind: 'WITHDRAWAL_UNDONE', done: 'mengundurkan diri' },
  WITHDRAWAL_UNDONE: { kind: 'WITHDRAWN', done: 'kembali ikut' },
  RE_REGISTERED: { kind: 'RE_REGISTRATION_UNDONE', done: 'sudah daftar ulang' },
  RE_REGISTRATION_UNDONE: { kind: 'RE_REGISTERED', done: 'belum daftar ulang' },
} as const

/** Records an event of an applicant; its opposite undoes it, and both stay in the history. @param nameOf name of the applicant for the message */
export function useRecordedEvent(nameOf: (applicantId: number) => string) {
  return useCommand(api.registration.record, {
    done: (_, { applicantId, kind }) => `${nameOf(applicantId)} ${opposites[kind].done}.`,
    undo: (_, { applicantId, kind }) =>
      api.registration.record.call({ applicantId, kind: opposites[kind].kind, reason: 'Diurungkan dari layar' }),
  })
}
