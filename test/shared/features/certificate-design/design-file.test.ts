import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, textOf } from '../../../../shared/features/certificate-design/blocks.ts'
import { builtInDesigns } from '../../../../shared/features/certificate-design/built-in.ts'
import { type Design, designFaces, designSchema } from '../../../../shared/features/certificate-design/design.ts'
import { readDesignFile, writeDesignFile } from '../../../../shared/features/certificate-design/design-file.ts'

const millimetre = fc.integer({ min: -500, max: 3500 }).map(tenths => tenths / 10)
const place = fc.record({ x: millimetre, y: millimetre })

/** Designs with texts and lines at any place, in any font and size. */
const anyDesign: fc.Arbitrary<Design> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 60 }).filter(name => name.trim() !== ''),
    texts: fc.array(
      fc.record({
        place,
        two: fc.oneof(fc.constant(null), fc.constant('hidden' as const), place),
        text: fc.constantFrom('{nama}', 'Nomor : {nomor}', '[{predikat}] "kutip" & <tanda>', 'Ćosić ≥ 70'),
        face: fc.constantFrom(...designFaces),
        size: fc.integer({ min: 20, max: 288 }).map(quarters => quarters / 4),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    back: fc.boolean(),
    black: fc.boolean(),
  })
  .map(({ name, texts, back, black }) => ({
    ...builtInDesigns.modern,
    name: name.trim(),
    palette: black ? 'hitam' : 'berwarna',
    blocks: [
      ...texts.map(({ place: { x, y }, two, text, face, size }, index) =>
        textOf(`teks-${index}`, x, y, text, { two, face, size }),
      ),
      lineOf('garis', 10, 10, 20, {}),
    ],
    back: { ...builtInDesigns.modern.back, on: back },
  }))

test('an exported design is imported unchanged', () => {
  fc.assert(
    fc.property(anyDesign, design => {
      expect(designSchema.parse(design)).toEqual(design)
      expect(readDesignFile(writeDesignFile({ design, picture: null }))).toEqual({ design, picture: null })
    }),
  )
})

test.each(Object.entries(builtInDesigns))('%s is a valid design', (_, design) => {
  expect(designSchema.parse(design)).toEqual(design)
})

test('a truncated file is refused with a message, never imported partly', () => {
  const file = writeDesignFile({ design: builtInDesigns.klasik, picture: null })
  for (let end = 0; end < file.length - 3; end += 97) {
    const read = readDesignFile(file.slice(0, end))
    expect(Array.isArray(read) && read[0]?.message).toContain('bukan rancangan')
  }
})

test('a block can only follow one that comes before it, and its smallest size is not above its size', () => {
  const [first, second] = [
    textOf('a', 0, 0, 'A', { face: 'arimo', size: 10, after: { key: 'b', gap: 1 } }),
    textOf('b', 0, 0, 'B', { face: 'arimo', size: 10, minimum: 12 }),
  ]
  const { error } = designSchema.safeParse({ ...builtInDesigns.polos, blocks: [first, second] })
  expect(error?.issues.map(issue => issue.message)).toEqual([
    'Blok “a” mengikuti “b”, yang tidak ada di depannya.',
    'Blok “b”: ukuran terkecil melebihi ukurannya.',
  ])
})
