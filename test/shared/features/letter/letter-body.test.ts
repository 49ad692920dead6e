import { describe, expect, it } from 'vitest'
import { bodyProblems, completeBody } from '../../../../shared/features/letter/letter-body.ts'
import { letterDraft } from '../../../../shared/features/letter/letter-draft.ts'
import { builtInBody } from '../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../shared/features/letter/letter-forms.ts'
import { letterKeys } from '../../../../shared/features/letter/letter-key.ts'
import { tokenCatalogue, tokensOf } from '../../../../shared/features/letter/letter-tokens.ts'
import { parseTemplate } from '../../../../shared/kernel/tokens.ts'

const form = letterForm('opening-minutes')
const words = builtInBody(form)
const messages = (changes: Record<string, string>) =>
  bodyProblems(form, { ...words, ...changes }).map(problem => `${problem.part}: ${problem.message}`)

describe('the text of a letter', () => {
  it.each(letterKeys)('the built-in text of %s is valid', paper => {
    expect(bodyProblems(letterForm(paper), builtInBody(letterForm(paper)))).toEqual([])
  })

  it('names an unknown token and its line', () => {
    expect(messages({ butir: 'Satu.\nAda {jumlah_pesrta} orang.' })).toEqual([
      'butir: Baris 2: token {jumlah_pesrta} tidak dikenal di surat ini.',
    ])
    // A token of another letter: minutes of an opening have no outcome.
    expect(messages({ penutup: '{jumlah_lulus}' })).toEqual([
      'penutup: token {jumlah_lulus} tidak dikenal di surat ini.',
    ])
  })

  it('requires non-empty parts, single lines, closed braces and rows with a label', () => {
    expect(messages({ penutup: ' \n ' })).toEqual(['penutup: “Kalimat penutup” belum diisi.'])
    expect(messages({ judul: 'A\nB' })).toEqual(['judul: “Judul” hanya sebaris.'])
    expect(messages({ penutup: 'Kurung {' })).toEqual([
      'penutup: ada “{” tanpa “}”. Tulis {{ bila kurung itu memang dicetak.',
    ])
    const invitation = letterForm('panel-invitation')
    expect(bodyProblems(invitation, { ...builtInBody(invitation), acara: 'Waktu 09.00' })).toEqual([
      { part: 'acara', message: 'tulis “label : isi”.' },
    ])
    const rows = (acara: string) =>
      bodyProblems(invitation, { ...builtInBody(invitation), acara }).map(problem => problem.message)
    expect(rows('Hari dan tanggalnya : {hari_acara}')).toEqual(['label paling panjang 14 huruf.'])
    expect(rows('{kota} : di sini')).toEqual(['token dan ** hanya di kanan titik dua.'])
    expect(rows(Array(9).fill('a : b').join('\n'))).toEqual(['“Acara” paling banyak 8 baris.'])
    expect(rows(`a : ${'b'.repeat(300)}`)).toEqual(['paling panjang 300 huruf.'])
    expect(bodyProblems(invitation, { ...builtInBody(invitation), tembusan: '' })).toEqual([])
  })

  it('does not allow a token in the title that refers to the title itself', () => {
    const decree = letterForm('decree-training')
    expect(bodyProblems(decree, { ...builtInBody(decree), tentang: 'X {tentang}' })).toHaveLength(1)
    expect(bodyProblems(decree, { ...builtInBody(decree), diktum: 'X {tentang}' })).toEqual([])
  })

  it('uses the built-in text for a part that an older text does not have', () => {
    expect(completeBody(form, { judul: 'X' })).toEqual({ ...words, judul: 'X' })
  })

  it('refuses a part that the letter does not have', () => {
    const draft = { paper: 'opening-minutes', body: { ...words, lain: 'x' } }
    expect(letterDraft.safeParse(draft).error?.issues.map(issue => issue.path.join('.'))).toEqual(['body.lain'])
  })

  it('has an explanation for every token, and token names that can be typed', () => {
    for (const [name, { explanation }] of Object.entries(tokenCatalogue)) {
      expect(explanation).not.toBe('')
      expect(parseTemplate(`{${name}}`).parts).toEqual([{ kind: 'token', name, bold: false }])
    }
    expect(tokensOf(['decree']).map(token => token.name)).toContain('tentang')
    expect(tokensOf(['letter']).map(token => token.name)).not.toContain('tentang')
  })
})
