import { expect, test } from 'vitest'
import { pictureDataUrl } from '../../../shared/features/centre/contract.ts'
import { pngSize } from '../../../shared/kernel/png-size.ts'

function headerOf(width: number, height: number): string {
  const header = Buffer.alloc(33)
  header.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return `data:image/png;base64,${header.toString('base64')}`
}

test.each([
  [1, 1],
  [640, 480],
  [65_535, 65_536],
  [0x01020304, 0xf1f2f3f4],
])('reads %i × %i out of the header', (width, height) => {
  expect(pngSize(headerOf(width, height))).toEqual({ width, height })
})

test('a picture of too many pixels is refused as logo and photo', () => {
  expect(pictureDataUrl.safeParse(headerOf(2000, 2000)).success).toBe(true)
  for (const [width, height] of [
    [2001, 2000],
    [1, 3_900_000],
    [20_000, 20_000],
  ] as const)
    expect(pictureDataUrl.safeParse(headerOf(width, height)).error?.issues[0]?.message).toContain('2.000 × 2.000')
  expect(pngSize('data:image/jpeg;base64,AAAA')).toBeNull()
})
