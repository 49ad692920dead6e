import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { formTokens } from '../../shared/features/office-form/form-tokens.ts'
import {
  type FormSubject,
  formSubjects,
  kindLabels,
  subjectLabels,
} from '../../shared/features/office-form/office-form.ts'
import { DomainError } from '../backend/domain-error.ts'
import { type Command, readChoice, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

const subjectNames = formSubjects.map(subject => subjectLabels[subject].toLowerCase())

/** Office forms: lists them and their possible tokens, shows the tokens of a file, and imports a file. */
export const form: Command = {
  usage: `form [--tokens SUBJECT | --check FILE --subject SUBJECT | --add FILE --subject SUBJECT --title T] [--data DIR] [--today D] [--json]
       SUBJECT: ${subjectNames.join(', ')}`,
  async run(args) {
    const options = readOptions(args, {
      data: 'text',
      tokens: 'text',
      check: 'text',
      add: 'text',
      subject: 'text',
      title: 'text',
    })
    if (options.tokens !== undefined) return listTokens(readSubject('--tokens', options.tokens))
    const path = options.check ?? options.add
    if (path !== undefined && !options.subject) throw new UsageError('--subject belum ditulis.')
    if (options.add !== undefined && !options.title) throw new UsageError('--title belum ditulis.')
    if (path !== undefined && !existsSync(path)) throw new DomainError({ code: 'no_such_file', file: path })
    return withBackend(options, async ({ client: { officeForm } }) => {
      if (path === undefined) {
        const forms = await officeForm.list({ all: true })
        const lines = forms.map(
          ({ key, title, subject, kind, version, retired }) =>
            `${key}  ${title}, ${subjectLabels[subject]}, ${kindLabels[kind]}, versi ${version}${retired ? ', tidak dipakai' : ''}`,
        )
        return { json: forms, words: lines.length === 0 ? 'Belum ada formulir kantor.' : lines.join('\n') }
      }
      const subject = readSubject('--subject', options.subject ?? '')
      const file = new File([readFileSync(path)], basename(path))
      const check = await officeForm.check({ subject, file })
      const said = [
        ...check.removed,
        ...check.problems.map(
          ({ token, place, words, suggestion }) =>
            `${place}: ${token} ${words}${suggestion === null ? '' : `. Maksudnya ${suggestion}?`}`,
        ),
      ]
      if (options.add === undefined || check.problems.length > 0) {
        const found = `${kindLabels[check.kind]}, ${check.tokens.length} token, ${check.problems.length} yang harus diperbaiki.`
        return { json: check, words: [...said, found].join('\n'), exitCode: check.problems.length > 0 ? 1 : 0 }
      }
      const added = await officeForm.add({ title: options.title ?? '', subject, file })
      return { json: added, words: [...said, `${added.key} disimpan sebagai versi ${added.version}.`].join('\n') }
    })
  },
}

function readSubject(option: string, text: string): FormSubject {
  const name = readChoice(option, text, subjectNames)
  return formSubjects.find(subject => subjectLabels[subject].toLowerCase() === name) ?? 'COHORT'
}

function listTokens(subject: FormSubject) {
  const tokens = formTokens[subject]
  const lines = tokens.flatMap(({ name, explanation, example, fields = [] }) => [
    `{${name}}  ${explanation}. Contoh: ${example}`,
    ...fields.map(field => `    {${field.name}}  ${field.explanation}. Contoh: ${field.example}`),
  ])
  return { json: tokens, words: lines.join('\n') }
}
