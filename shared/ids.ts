import { z } from 'zod'
import { line } from './kernel/schema.ts'

/** Row numbers of the database, branded so that one kind is never passed for another. Human numbers are separate columns. */
function id<Name extends string>() {
  return z.int().positive().brand<Name>()
}

export const officerId = id<'officer'>()
export const operatorId = id<'operator'>()
export const approvalRequestId = id<'approval-request'>()
export const deskId = id<'desk'>()
export const dayOffId = id<'day-off'>()
export const programId = id<'program'>()
export const roomId = id<'room'>()
export const instructorId = id<'instructor'>()
export const credentialId = id<'credential'>()
export const leaveId = id<'leave'>()
export const traineeId = id<'trainee'>()
export const mergeId = id<'merge'>()
export const fileId = id<'file'>()
export const evidenceId = id<'evidence'>()
export const importId = id<'import'>()
export const noteId = id<'note'>()
export const consentId = id<'consent'>()
export const cohortId = id<'cohort'>()
export const cohortUnitId = id<'cohort-unit'>()
export const cohortElementId = id<'cohort-element'>()
export const enrolmentId = id<'enrolment'>()
export const certificateId = id<'certificate'>()
export const setAsideId = id<'set-aside'>()
export const copyId = id<'copy'>()
export const signedFileId = id<'signed-file'>()
export const activityId = id<'activity'>()
export const spendingId = id<'spending'>()
export const registrationId = id<'registration'>()
export const applicantId = id<'applicant'>()
export const scanId = id<'scan'>()
export const designId = id<'design'>()
export const aidId = id<'aid'>()
export const savedReportId = id<'saved-report'>()
export const settledReportId = id<'settled-report'>()

export type OfficerId = z.infer<typeof officerId>
export type OperatorId = z.infer<typeof operatorId>
export type ApprovalRequestId = z.infer<typeof approvalRequestId>
export type DeskId = z.infer<typeof deskId>
export type DayOffId = z.infer<typeof dayOffId>
export type ProgramId = z.infer<typeof programId>
export type RoomId = z.infer<typeof roomId>
export type InstructorId = z.infer<typeof instructorId>
export type CredentialId = z.infer<typeof credentialId>
export type LeaveId = z.infer<typeof leaveId>
export type TraineeId = z.infer<typeof traineeId>
export type MergeId = z.infer<typeof mergeId>
export type FileId = z.infer<typeof fileId>
export type EvidenceId = z.infer<typeof evidenceId>
export type ImportId = z.infer<typeof importId>
export type NoteId = z.infer<typeof noteId>
export type ConsentId = z.infer<typeof consentId>
export type CohortId = z.infer<typeof cohortId>
export type CohortUnitId = z.infer<typeof cohortUnitId>
export type CohortElementId = z.infer<typeof cohortElementId>
export type EnrolmentId = z.infer<typeof enrolmentId>
export type CertificateId = z.infer<typeof certificateId>
export type SetAsideId = z.infer<typeof setAsideId>
export type CopyId = z.infer<typeof copyId>
export type SignedFileId = z.infer<typeof signedFileId>
export type ActivityId = z.infer<typeof activityId>
export type SpendingId = z.infer<typeof spendingId>
export type RegistrationId = z.infer<typeof registrationId>
export type ApplicantId = z.infer<typeof applicantId>
export type ScanId = z.infer<typeof scanId>
export type DesignId = z.infer<typeof designId>
export type AidId = z.infer<typeof aidId>
export type SavedReportId = z.infer<typeof savedReportId>
export type SettledReportId = z.infer<typeof settledReportId>

/** The code of a cohort as people know it: 'TR-2024-03'. */
export const cohortCodeSchema = line(20, 1)

/** Identifies background work, to ask for its progress and to stop it. Not a secret. */
export const ticket = z.string().regex(/^[0-9a-f-]{8,64}$/)
