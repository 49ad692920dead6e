import type { OfficeFormKey } from '../../../../shared/facts/paper-key.ts'
import type { OfficeForm, officeFormContract } from '../../../../shared/features/office-form/contract.ts'
import { keyOfTitle, kindLabels } from '../../../../shared/features/office-form/office-form.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import type { CommandScope, Handlers, TaskScope } from '../../scope.ts'
import type { CheckedForm } from './check-form.ts'
import { makeForm, officeFile, recordForm } from './make-form.ts'
import {
  contentOfForm,
  findOfficeForm,
  insertFormVersion,
  insertOfficeForm,
  listOfficeForms,
  updateOfficeForm,
  versionsOfForm,
} from './office-form-store.ts'

export const officeFormHandlers: Handlers<typeof officeFormContract> = {
  list: ({ db }, { all }) => listOfficeForms(db).filter(form => all || !form.retired),

  versions({ db }, { key }) {
    found(findOfficeForm(db, key), 'office_form')
    return versionsOfForm(db, key)
  },

  check: async (scope, { subject, file }) => (await readForm(scope, file, subject)).check,

  async add(scope, { title, subject, file }) {
    scope.read(({ db }) => assertFree(listOfficeForms(db), title, null))
    const form = await checked(scope, file, subject)
    return scope.write(writing => {
      const known = listOfficeForms(writing.db)
      assertFree(known, title, null)
      const key = keyOfTitle(title, new Set(known.map(one => one.key)))
      insertOfficeForm(writing.db, { key, title, subject, kind: form.kind })
      return addVersion(writing, key, file.name, form)
    })
  },

  async replace(scope, { key, basedOn, file }) {
    const { subject } = scope.read(({ db }) => found(findOfficeForm(db, key), 'office_form'))
    const form = await checked(scope, file, subject)
    return scope.write(writing => {
      const { title, kind, version } = found(findOfficeForm(writing.db, key), 'office_form')
      if (version !== basedOn) throw new DomainError({ code: 'form_changed', title })
      if (kind !== form.kind) throw new DomainError({ code: 'form_other_kind', title, kind: kindLabels[kind] })
      return addVersion(writing, key, file.name, form)
    })
  },

  restore(scope, { key, version }) {
    const content = found(contentOfForm(scope.db, key, version), 'office_form_version')
    return writeVersion(scope, key, { ...content, restoredFrom: version })
  },

  change({ db, record }, { key, title, retired }) {
    const before = found(findOfficeForm(db, key), 'office_form')
    assertFree(listOfficeForms(db), title, key)
    updateOfficeForm(db, key, { title, retired })
    record('office_form', key, { title: before.title, retired: before.retired }, { title, retired })
  },

  async template(scope, { key, version }) {
    const { form, content } = scope.read(({ db }) => {
      const form = found(findOfficeForm(db, key), 'office_form')
      return { form, content: found(contentOfForm(db, key, version ?? form.version), 'office_form_version') }
    })
    return officeFile(form.title, form.kind, new Uint8Array(content.content))
  },

  make: makeForm,

  record: recordForm,
}

async function readForm(scope: TaskScope, file: File, subject: OfficeForm['subject']): Promise<CheckedForm> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return drawOnThread(scope, 'check-form', { name: file.name, bytes, subject })
}

/** @throws DomainError form_wrong */
async function checked(scope: TaskScope, file: File, subject: OfficeForm['subject']): Promise<CheckedForm> {
  const form = await readForm(scope, file, subject)
  const { problems } = form.check
  const [first] = problems
  if (first)
    throw new DomainError({
      code: 'form_wrong',
      count: problems.length,
      first: `${first.token} ${first.words} (${first.place})`,
    })
  return form
}

function assertFree(forms: readonly OfficeForm[], title: string, own: OfficeFormKey | null): void {
  if (forms.some(form => form.key !== own && form.title.toLowerCase() === title.toLowerCase()))
    throw new DomainError({ code: 'form_title_taken', title })
}

function addVersion(
  scope: CommandScope,
  key: OfficeFormKey,
  fileName: string,
  { content, check }: CheckedForm,
): OfficeForm {
  return writeVersion(scope, key, {
    fileName: fileName.slice(0, 120),
    content,
    tokens: check.tokens,
    restoredFrom: null,
  })
}

function writeVersion(
  { db, at, operator, record }: CommandScope,
  key: OfficeFormKey,
  content: { fileName: string; content: Uint8Array; tokens: string[]; restoredFrom: number | null },
): OfficeForm {
  const before = versionsOfForm(db, key)[0]?.version ?? 0
  insertFormVersion(db, key, { ...content, version: before + 1, at: at.slice(0, 16), by: operator.name })
  const { fileName, restoredFrom } = content
  record('office_form', key, before === 0 ? null : { version: before }, { version: before + 1, fileName, restoredFrom })
  return found(findOfficeForm(db, key), 'office_form')
}
