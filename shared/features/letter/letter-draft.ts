import { z } from 'zod'
import { paragraph } from '../../kernel/schema.ts'
import { bodyProblems } from './letter-body.ts'
import { letterForm } from './letter-forms.ts'
import { letterKeys } from './letter-key.ts'

/** New text of a letter; unknown tokens are refused by name. Missing parts use the built-in text. */
export const letterDraft = z
  .strictObject({
    paper: z.enum(letterKeys),
    body: z.record(z.string().regex(/^[a-z_]{1,30}$/), paragraph(12_000)),
  })
  .superRefine(({ paper, body }, context) => {
    const form = letterForm(paper)
    for (const key of Object.keys(body)) {
      if (!form.parts.some(part => part.key === key))
        context.addIssue({ code: 'custom', path: ['body', key], message: 'Bagian ini tidak ada di surat itu.' })
    }
    for (const { part, message } of bodyProblems(form, body))
      context.addIssue({ code: 'custom', path: ['body', part], message })
  })
