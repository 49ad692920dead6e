import { basisLabels, signerLabels } from '../../../../../shared/features/rights/consent.ts'
import {
  formatDate,
  formatRecorded,
  type PersonSection,
  tableSection,
} from '../../../../../shared/features/rights/person-section.ts'
import { formatFieldValue } from '../../../../../shared/features/trainee/field-value-labels.ts'
import {
  disabilityLabels,
  nothingRestricted,
  restrictedLabels,
} from '../../../../../shared/features/trainee/restricted.ts'
import {
  evidenceLabels,
  openGroups,
  targetGroupLabels,
} from '../../../../../shared/features/trainee/target-evidence.ts'
import type { TraineeDraft } from '../../../../../shared/features/trainee/trainee.ts'
import { fileLabels } from '../../../../../shared/features/trainee/trainee-file.ts'
import { traineeLabels } from '../../../../../shared/features/trainee/trainee-labels.ts'
import { traineeId } from '../../../../../shared/ids.ts'
import { keysOf } from '../../../../../shared/kernel/keys-of.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { found } from '../../../domain-error.ts'
import { findVillage } from '../../../region/villages.ts'
import { notesOf } from '../../note/note-store.ts'
import { consentsOf } from '../../trainee/consent-store.ts'
import { freezesOf } from '../../trainee/freeze-store.ts'
import { findPhoto } from '../../trainee/photo-store.ts'
import { findRestricted } from '../../trainee/restricted-store.ts'
import { evidenceOf, restrictedEvidenceOf } from '../../trainee/target-store.ts'
import { filesOf, findTraineeFile } from '../../trainee/trainee-file-store.ts'
import { findTrainee } from '../../trainee/trainee-store.ts'

/** Identity: form, restricted data, consents, freezes, evidence, scans. */
export function identitySections(db: ReadDatabase, id: number): PersonSection[] {
  const restricted = findRestricted(db, id) ?? nothingRestricted
  const secrets = new Map(restrictedEvidenceOf(db, id).map(row => [row.id, row]))
  return [
    form(db, id),
    {
      title: 'Data terbatas',
      facts: keysOf(restrictedLabels).map(field => ({
        label: restrictedLabels[field],
        value:
          (field === 'disability' ? restricted[field] && disabilityLabels[restricted[field]] : restricted[field]) ?? '',
      })),
    },
    tableSection(
      'Persetujuan',
      { Ditandatangani: 22, Oleh: 30, Dasar: 20, Dicatat: 28, Ditarik: 20 },
      consentsOf(db, id).map(one => [
        formatDate(one.signedOn),
        [signerLabels[one.signer], one.guardian].filter(Boolean).join(': '),
        basisLabels[one.basis],
        formatRecorded(one),
        formatDate(one.withdrawn?.on ?? null),
      ]),
    ),
    tableSection(
      'Pembekuan',
      { Diminta: 22, Dibekukan: 26, Alasan: 36, Dicairkan: 36 },
      freezesOf(db, id).map(one => [
        formatDate(one.requestedOn),
        formatRecorded(one),
        one.reason,
        one.thawed ? `${formatRecorded(one.thawed)}: ${one.thawed.reason}` : '',
      ]),
    ),
    tableSection(
      'Catatan singkat',
      { Catatan: 70, Untuk: 22, Dicatat: 30, Selesai: 30 },
      notesOf(db, { traineeId: traineeId.parse(id), cohortId: null }).map(one => [
        one.text,
        formatDate(one.due),
        formatRecorded(one),
        one.done ? formatRecorded(one.done) : '',
      ]),
    ),
    tableSection(
      'Bukti kategori sasaran',
      { Sumber: 26, Kategori: 40, 'Desil (1 paling miskin)': 16, 'Tanggal data': 22, Dicatat: 30 },
      evidenceOf(db, id).map(one => {
        const secret = secrets.get(one.id)
        const holds = (group: 'POOR' | 'EXTREME_POOR') => (one.groups.includes(group) ? 1 : 0)
        return [
          evidenceLabels[one.source],
          formatGroups(holds('POOR'), holds('EXTREME_POOR'), secret?.stunting),
          secret?.decile?.toString() ?? '',
          formatDate(one.dataDate),
          formatRecorded(one),
        ]
      }),
    ),
    tableSection(
      'Berkas',
      { Berkas: 24, Ukuran: 18, Disimpan: 32, 'Sidik berkas': 70 },
      filesOf(db, id).map(file => [
        fileLabels[file.kind],
        formatSize(file.size),
        formatRecorded(file),
        findTraineeFile(db, file.id)?.sha256 ?? '',
      ]),
    ),
  ]
}

function form(db: ReadDatabase, id: number): PersonSection {
  const person = found(findTrainee(db, id), 'trainee')
  const value = (field: keyof TraineeDraft) => {
    const place = field === 'villageCode' || field === 'homeVillageCode' ? findVillage(person[field]) : null
    return place ? `${place.village}, Kec. ${place.district}, ${place.regency}` : formatFieldValue(field, person[field])
  }
  const fields = keysOf(traineeLabels).map(field => ({
    label: traineeLabels[field],
    value: value(field),
  }))
  return { title: 'Data diri', facts: [...fields, { label: 'Pas foto', value: findPhoto(db, id) ? 'ada' : '' }] }
}

export function formatGroups(poor: 0 | 1, extremePoor: 0 | 1, stunting: boolean | undefined): string {
  const held = openGroups(poor, extremePoor).map(group => targetGroupLabels[group])
  return (stunting ? [...held, targetGroupLabels.STUNTING] : held).join(', ')
}

export function formatSize(bytes: number): string {
  return `${bytes.toLocaleString('id-ID')} bita`
}
