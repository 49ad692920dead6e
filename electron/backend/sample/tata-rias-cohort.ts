import type { CohortDraft } from '../../../shared/features/cohort/cohort.ts'
import type { PanelMember } from '../../../shared/features/graduation/contract.ts'
import type { InstructorId, ProgramId, RoomId, TraineeId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { SampleResults } from './play-cohort.ts'
import { sampleOfficer } from './sample-centre.ts'

/** The example class of the domain description: fifteen days over Christmas and New Year, sixteen fictional people. */
const tataRiasStart: PlainDate = '2024-12-16'
/** The day on which people and class are entered. */
export const tataRiasEntered: PlainDate = '2024-12-10'
/** The day of panel and issue. */
export const tataRiasDecided: PlainDate = '2025-01-09'

export const rinaMarliana = {
  name: 'Rina Marliana, S.Pd.',
  trade: 'TR' as const,
  scheme: 'Penata Rias Wajah (Make Up Artist)',
  lsp: 'LSP Kecantikan Contoh',
  issued: '2022-01-10' as PlainDate,
  number: '96022 5142 3 0000417 2022',
  registration: 'KCT.0417.00021.2022',
}

export function tataRiasDraft(ids: {
  programId: ProgramId
  roomId: RoomId
  instructorId: InstructorId
  traineeIds: TraineeId[]
}): CohortDraft {
  return {
    ...ids,
    start: tataRiasStart,
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: 3,
    decreeIssuer: 'Kepala Dinas Ketenagakerjaan Kota Tangerang',
    decreeNumber: '800.2/153-Disnaker/2024',
    decreeDate: '2024-12-09',
    decreeSubject: 'Penetapan Peserta Pelatihan Berbasis Kompetensi',
    activity: 'Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem',
    fundingSource: 'Insentif Fiskal (Kemiskinan Ekstrem)',
    activityId: null,
  }
}

export const tataRiasResults: SampleResults = {
  'Ani Suryani': { absences: { 2: 'A', 3: 'A', 5: 'S', 7: 'I' }, theory: 8500, practice: 9000 },
  'Dewi Lestari': { absences: { 4: 'S', 5: 'S', 8: 'I' }, theory: 7000, practice: 7200 },
  'Eka Puspitasari': { absences: { 9: 'S' }, theory: 7600, practice: 8100 },
  'Fitri Handayani': { theory: 8200, practice: 8500 },
  Halimah: { absences: { 6: 'T' }, arrivedAt: '08:40', theory: 7200, practice: 7800 },
  'Indah Permatasari': { theory: 8800, practice: 9150 },
  Kartini: { absences: { 9: 'I' }, theory: 7000, practice: 7450 },
  'Lina Marlina': { absences: { 3: 'S' }, theory: 6000, practice: 7100, unitsShort: [4] },
  'Maya Anggraini': { theory: 8000, practice: 8350 },
  Nurhayati: { absences: { 8: 'I', 12: 'I' }, theory: 7900, practice: 8200 },
  'Putri Ramadhani': { theory: 7500, practice: 8000 },
  'Ratna Dewi Kusumaningrum': { absences: { 9: 'A' }, theory: 8100, practice: 8050 },
  'Siti Rahayu': { theory: 8000, practice: 8800 },
  'Sri Wahyuni': { theory: 7400, practice: 7900 },
  Wati: { absences: { 13: 'T' }, arrivedAt: '08:25', theory: 7100, practice: 7600 },
  'Yuni Kartika': { absences: { 5: 'A', 6: 'A', 7: 'A' }, leftAfterDay: 7 },
}

export const samplePanel: { place: string; members: PanelMember[] } = {
  place: 'Ruang Rapat UPT BLK',
  members: [
    { name: sampleOfficer.name, role: 'Ketua' },
    { name: 'Endah Kurniasih, S.E.', role: 'Sekretaris' },
    { name: 'Taufik Hidayatullah, S.T.', role: 'Anggota' },
    { name: rinaMarliana.name, role: 'Anggota' },
  ],
}
