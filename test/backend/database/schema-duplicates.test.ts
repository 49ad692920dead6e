import { describe, expect, test } from 'vitest'
import { samplePerson } from '../cohort-steps.ts'
import { oneDigitOff } from '../contract-inputs.ts'
import { rawCentre } from './raw-centre.ts'

const right = samplePerson(0)
const wrong = { ...right, nik: oneDigitOff(right.nik) }

describe('rules of the schema about people registered twice', () => {
  const raw = rawCentre(async fixture => {
    const { id: survivorId } = await fixture.client.trainee.save({ id: null, trainee: right })
    const { id: awayId } = await fixture.client.trainee.save({ id: null, trainee: wrong })
    await fixture.client.trainee.save({ id: null, trainee: samplePerson(1) })
    await fixture.client.duplicate.merge({ survivorId, awayId, taken: [] })
  })

  const person = (id: string, nik: string) =>
    `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
     VALUES (${id}, '${nik}', 'A', 'a', '', '1990-05-12', 'P', '', '', '', '', '')`
  test.each([
    ['the NIK that was not kept makes no second person', person('NULL', wrong.nik), 'merged_identity'],
    ['nor does a correction', `UPDATE trainee SET nik = '${wrong.nik}' WHERE id = 3`, 'merged_identity'],
    ['the row number is not given again', person('2', '3671135205900003'), 'merged_identity'],
    ['nobody merges into nobody', 'UPDATE trainee_merge SET survivor_id = 99; COMMIT; BEGIN', 'FOREIGN KEY'],
    ['what was before can be read', "UPDATE trainee_merge SET away = 'x'", 'CHECK'],
    ['a pair is stored one way round', 'INSERT INTO possible_double VALUES (3, 1, 1, 0, 40)', 'CHECK'],
    ['so is a decision', "INSERT INTO different_people VALUES (3, 1, '', '')", 'CHECK'],
    ['nobody is twice himself', "INSERT INTO different_people VALUES (1, 1, '', '')", 'CHECK'],
    ['a picture is of one of the two', "INSERT INTO trainee_merge_photo VALUES (1, 'other', x'ff')", 'CHECK'],
    ['restricted facts too', "INSERT INTO trainee_merge_restricted VALUES (1, 'other', '{}')", 'CHECK'],
  ])('%s', (_, sql, words) => {
    expect(() => raw.exec(sql)).toThrow(words)
  })

  test('the survivor may take the other NIK, and a survivor of a merge cannot be deleted', () => {
    raw.exec(`UPDATE trainee SET nik = '${wrong.nik}' WHERE id = 1`)
    expect(() => raw.exec('DELETE FROM trainee WHERE id = 1; COMMIT')).toThrow('FOREIGN KEY')
  })
})
