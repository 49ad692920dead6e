import { z } from 'zod'
import { paragraph } from '../../kernel/schema.ts'
import { bodyProblems } from './letter-body.ts'
import { letterForm } from './letter-forms.ts'
import { letterKeys } from './letter-key.ts'

/** A letter with its new words; an unknown token is refused by its name. Parts that are left out keep their built-in words. */
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
