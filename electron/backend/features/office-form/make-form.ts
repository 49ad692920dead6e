import { createHash } from 'node:crypto'
import type { OfficeFormKey } from '../../../../shared/facts/paper-key.ts'
import { reachOf, rolesWith } from '../../../../shared/features/access/access-matrix.ts'
import type { FilledForm, OfficeForm, officeFormContract } from '../../../../shared/features/office-form/contract.ts'
import type { FormToken } from '../../../../shared/features/office-form/form-token.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import { type OfficeKind, subjectLabels } from '../../../../shared/features/office-form/office-form.ts'
import { changedGroups, type FactDigests } from '../../../../shared/features/print/fact-group.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { type FormValue, type FormValues, isList, isPicture, isText } from '../../office/form-values.ts'
import type { Handlers, InputOf, QueryScope, TaskScope } from '../../scope.ts'
import { holdersOf } from '../access/operator-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { peopleOfCohort, traineesOfCohort } from '../cohort/enrolment-store.ts'
import { insertPrint, lastPrintOf } from '../print/print-store.ts'
import type { FilledFile } from './fill-form.ts'
import { contentOfForm, findOfficeForm } from './office-form-store.ts'
import { type FilledPart, readFormValues } from './read-form-values.ts'

type Request = InputOf<typeof officeFormContract, 'make'>

const types: Record<OfficeKind | 'zip', string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

function filledFile({ name, kind, bytes }: FilledFile): File {
  return officeFile(name, kind, bytes)
}

export function officeFile(name: string, kind: OfficeKind | 'zip', bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], safeFileName(`${name}.${kind}`), { type: types[kind] })
}

export async function makeForm(scope: TaskScope, request: Request): Promise<FilledForm> {
  const { form, content, parts, cohort, lastPrint } = scope.read(query => readRequest(query, request))
  const restricted = restrictedNames(form, content.tokens)
  const { traineeId } = request
  const people =
    traineeId === null ? scope.read(({ db }) => (cohort ? peopleOfCohort(db, cohort.id) : [])) : [traineeId]
  // Exporting numbers of people is recorded before the file is returned.
  if (restricted.length > 0)
    scope.write(({ record, saw }) => {
      saw('export', form.key, people)
      record('export', request.code ?? form.key, null, { form: form.key, tokens: restricted, people: parts.length })
    })
  else if (traineeId !== null) scope.saw('trainee_view', traineeId, people)
  else if (cohort !== null) scope.saw('cohort_view', `${cohort.code} ${form.key}`, people)
  const digests = digestsOfForm(form, content.tokens, parts)
  const { title } = form
  const subject = {
    title,
    kind: form.kind,
    fileName: content.fileName,
    content: content.content,
    parts,
    code: cohort?.code ?? '',
  }
  return {
    file: filledFile(await drawOnThread(scope, 'office-form', subject)),
    title,
    version: content.version,
    warnings: warningsOf(form, content.tokens, parts),
    drawnFrom: { planVersion: cohort?.planVersion ?? 1, digests, dated: null, datedByHand: false, history: null },
    lastPrint: lastPrint && { at: lastPrint.at, by: lastPrint.by, changed: changedGroups(lastPrint.digests, digests) },
  }
}

function readRequest(query: QueryScope, request: Request) {
  const { db, operator } = query
  const form = found(findOfficeForm(db, request.key), 'office_form')
  if (form.retired) throw new DomainError({ code: 'form_retired', title: form.title })
  const content = found(contentOfForm(db, form.key, form.version), 'office_form_version')
  for (const group of groupsOf(restrictedNames(form, content.tokens)))
    if (operator && reachOf(operator.roles, group) === null) {
      const roles = rolesWith(group)
      const holders = holdersOf(db, roles, query.today).map(({ name }) => name)
      throw new DomainError({ code: 'not_allowed', label: 'Mengisi formulir kantor', group, roles, holders })
    }
  const cohort = request.code === null ? null : getCohort(db, request.code)
  const parts = readFormValues(query, form, new Set(content.tokens), { ...request, cohort })
  if (parts === null)
    throw new DomainError({
      code: 'form_other_subject',
      title: form.title,
      subject: subjectLabels[form.subject].toLowerCase(),
    })
  if (parts.length === 0) throw new DomainError({ code: 'form_without_people', title: form.title })
  const lastPrint = cohort
    ? (lastPrintOf(db, cohort.id, {
        key: form.key,
        day: null,
        listNumber: positionOf(query, cohort, request.traineeId),
      }) ?? null)
    : null
  return { form, content, parts, cohort, lastPrint }
}

function positionOf({ db }: QueryScope, cohort: CohortRecord, traineeId: number | null): number | null {
  if (traineeId === null) return null
  return traineesOfCohort(db, cohort.id).find(one => one.traineeId === traineeId)?.position ?? null
}

/** Restricted tokens of a form. */
function restrictedNames(form: OfficeForm, names: readonly string[]): string[] {
  const tokens = formTokens[form.subject]
  const all = [...tokens, ...tokens.flatMap(token => token.fields ?? [])]
  return [...new Set(all.filter(token => token.restricted && names.includes(token.name)).map(token => token.name))]
}

function groupsOf(names: readonly string[]): ('nik.open' | 'restricted.account')[] {
  const isNumber = (name: string) => name === 'nik_lengkap' || name === 'no_kk'
  return [
    ...(names.some(isNumber) ? (['nik.open'] as const) : []),
    ...(names.some(name => !isNumber(name)) ? (['restricted.account'] as const) : []),
  ]
}

/** Digest of the form's values, to detect changes since a print; without the date of filling. */
function digestsOfForm(form: OfficeForm, names: readonly string[], parts: readonly FilledPart[]): FactDigests {
  const used = new Set(names)
  used.delete('tanggal_hari_ini')
  const hash = createHash('sha256').update(`${form.version}`)
  for (const { values } of parts) hash.update(JSON.stringify(usedOf(values, used)))
  return { other: hash.digest('hex').slice(0, 16) }
}

/** Digests of a form of a class with present values. */
export function presentFormDigests(query: QueryScope, cohort: CohortRecord, key: OfficeFormKey): FactDigests {
  const form = findOfficeForm(query.db, key)
  const content = form && contentOfForm(query.db, key, form.version)
  if (!form || !content) return {}
  const subject = { cohort, traineeId: null, registrationId: null, instructorId: null }
  return digestsOfForm(form, content.tokens, readFormValues(query, form, new Set(content.tokens), subject) ?? [])
}

function usedOf(values: FormValues, used: ReadonlySet<string>): unknown {
  return Object.entries(values)
    .filter(([name]) => used.has(name))
    .map(([name, value]) => [name, saidBy(value, used)])
}

function saidBy(value: FormValue, used: ReadonlySet<string>): unknown {
  if (isList(value)) return value.map(item => usedOf(item, used))
  if (isPicture(value)) return value.picture?.length ?? 0
  return isText(value) ? value.text : value
}

/** Labels of tokens without a value; for a list only if nobody has one. */
function warningsOf({ subject }: OfficeForm, names: readonly string[], parts: readonly FilledPart[]): string[] {
  const empty = (token: FormToken) => {
    if (!names.includes(token.name) || token.kind === 'condition' || token.kind === 'list') return false
    return parts.every(({ values }) => {
      const value = values[token.name]
      return (isText(value) && value.text === '') || (isPicture(value) && value.picture === null)
    })
  }
  const missing = formTokens[subject].filter(empty).map(token => token.explanation.split(/[;,]/)[0])
  return missing.length === 0 ? [] : [`Belum diketahui, dibiarkan untuk diisi tangan: ${missing.join(', ')}.`]
}

export const recordForm: Handlers<typeof officeFormContract>['record'] = (
  scope,
  { key, code, traineeId, version, drawnFrom },
) => {
  const { db, at, operator, record } = scope
  const cohort = getCohort(db, code)
  found(contentOfForm(db, key, version), 'office_form_version')
  const listNumber =
    traineeId === null
      ? null
      : found(
          traineesOfCohort(db, cohort.id).find(one => one.traineeId === traineeId),
          'enrolment',
        ).position
  insertPrint(db, {
    cohortId: cohort.id,
    key,
    day: null,
    listNumber,
    way: 'FILE',
    formVersion: version,
    drawnFrom,
    size: null,
    printer: '',
    copies: 1,
    pageRange: '',
    pages: null,
    at,
    by: operator.name,
  })
  record('print', `${code} ${key}`, null, { way: 'FILE', version, listNumber })
}
