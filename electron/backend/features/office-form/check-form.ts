import { checkTokens, type FoundToken, readToken } from '../../../../shared/features/office-form/check-tokens.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import type {
  FormCheck,
  FormProblem,
  FormSubject,
  OfficeKind,
} from '../../../../shared/features/office-form/office-form.ts'
import { cleanPackage } from '../../office/clean-package.ts'
import { findLostTokens, findWordTokens } from '../../office/word.ts'
import { findWorkbookTokens, nestedRows } from '../../office/workbook.ts'

type FormToCheck = { name: string; bytes: Uint8Array; subject: FormSubject }
export type CheckedForm = { kind: OfficeKind; check: FormCheck; content: Uint8Array }

/**
 * Reads a form that somebody dropped: what is in it, what stands in the way of filling it, and the file without what leads out of it.
 * @throws DomainError of cleanPackage
 */
export async function checkForm({ name, bytes, subject }: FormToCheck): Promise<CheckedForm> {
  const { office, kind, removed } = await cleanPackage(name, bytes)
  const stories = kind === 'docx' ? findWordTokens(office) : findWorkbookTokens(office)
  const problems = checkTokens(stories, formTokens[subject], kind)
  if (kind === 'docx') problems.push(...problemsOf(findLostTokens(office), 'tidak diisi di sini; pindahkan ke isi'))
  else problems.push(...problemsOf(nestedRows(office), 'daftar di dalam baris yang sudah diulang tidak dapat diisi'))
  const tokens = [...new Set(stories.flat().map(({ raw }) => readToken(raw).name))].filter(name => name !== '')
  return { kind, check: { kind, tokens, problems, removed }, content: office.bytes() }
}

function problemsOf(found: readonly FoundToken[], words: string): FormProblem[] {
  return found.map(({ raw, place }) => ({ token: raw, place, words, suggestion: null }))
}
