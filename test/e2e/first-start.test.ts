import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Program, startProgram } from './program.ts'

describe('first start', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program.close())

  it('asks for the centre, the official and the person at the desk, by keyboard alone', async () => {
    const { page } = program
    await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
    await program.check()
  })
})
