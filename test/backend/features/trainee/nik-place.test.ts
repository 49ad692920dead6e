import { describe, expect, it } from 'vitest'
import { nikPlace } from '../../../../electron/backend/region/regencies.ts'

describe('nikPlace', () => {
  it('names the places of the typed digits', () => {
    expect(nikPlace('36')).toEqual({ province: 'Banten', regency: null, district: null })
    expect(nikPlace('3671')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: null })
    expect(nikPlace('367113')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: 'Larangan' })
  })

  it('accepts unknown codes: a NIK keeps its old kecamatan, which may not exist any more', () => {
    expect(nikPlace('367199')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: null })
    expect(nikPlace('990000')).toEqual({ province: null, regency: null, district: null })
  })
})
