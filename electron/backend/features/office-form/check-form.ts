import { checkTokens, type FoundToken, readToken } from '../../../../shared/features/office-form/check-tokens.ts'
import { formTokens } from '../../../../shared/features/office-form/form-tokens.ts'
import type { FormCheck, FormProblem, FormSubject } from '../../../../shared/features/office-form/office-form.ts'
import { type CleanForm, cleanPackage } from '../../office/clean-package.ts'
import { findLostTokens, findWordTokens } from '../../office/word.ts'
import { findWorkbookTokens, nestedRows } from '../../office/workbook.ts'

export type CheckedForm = CleanForm & { check: FormCheck }

/**
 * Reads a form that somebody dropped: what is in it, and what stands in the way of filling it.
 * @throws DomainError of cleanPackage
 */
export async function checkForm(file: File, subject: FormSubject): Promise<CheckedForm> {
  const clean = await cleanPackage(file.name, new Uint8Array(await file.arrayBuffer()))
  const { office, kind, removed } = clean
  const stories = kind === 'docx' ? findWordTokens(office) : findWorkbookTokens(office)
  const problems = checkTokens(stories, formTokens[subject], kind)
  if (kind === 'docx') problems.push(...complain(findLostTokens(office), 'tidak diisi di sini; pindahkan ke isi'))
  else problems.push(...complain(nestedRows(office), 'daftar di dalam baris yang sudah diulang tidak dapat diisi'))
  const tokens = [...new Set(stories.flat().map(({ raw }) => readToken(raw).name))].filter(name => name !== '')
  return { ...clean, check: { kind, tokens, problems, removed } }
}

function complain(found: readonly FoundToken[], words: string): FormProblem[] {
  return found.map(({ raw, place }) => ({ token: raw, place, words, suggestion: null }))
}
