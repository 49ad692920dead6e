import { describe, expect, it } from 'vitest'
import { nikPlace } from '../../../../electron/backend/region/regencies.ts'

describe('nikPlace', () => {
  it('names the places whose digits are there', () => {
    expect(nikPlace('36')).toEqual({ province: 'Banten', regency: null, district: null })
    expect(nikPlace('3671')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: null })
    expect(nikPlace('367113')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: 'Larangan' })
  })

  it('leaves unknown codes open: a NIK keeps the kecamatan of its day, which may be gone', () => {
    expect(nikPlace('367199')).toEqual({ province: 'Banten', regency: 'Kota Tangerang', district: null })
    expect(nikPlace('990000')).toEqual({ province: null, regency: null, district: null })
  })
})
