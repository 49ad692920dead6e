import { deflateSync } from 'node:zlib'

export type FormContent = {
  /** x, y, width, height in points. */
  bounds: readonly [number, number, number, number]
  operators: string
  /** Forms used by this one, by name. */
  parts?: Record<string, FormContent>
}

type CompressedForm = Pick<FormContent, 'bounds'> & { deflated: Buffer; parts: Record<string, CompressedForm> }

const compressedForms = new Map<string, CompressedForm>()

/** Frames are the same in every file, so they are built and compressed once a process. */
export function compressedForm(key: string, build: () => FormContent): CompressedForm {
  const known = compressedForms.get(key)
  if (known) return known
  const form = compressForm(build())
  if (compressedForms.size >= 50) compressedForms.clear()
  compressedForms.set(key, form)
  return form
}

function compressForm({ bounds, operators, parts = {} }: FormContent): CompressedForm {
  const compressed = Object.entries(parts).map(([name, part]) => [name, compressForm(part)] as const)
  return { bounds, deflated: deflateSync(operators), parts: Object.fromEntries(compressed) }
}

/** Embeds the form after the forms it uses. */
export function embedForm(
  document: PDFKit.PDFDocument,
  { bounds, deflated, parts }: CompressedForm,
): PDFKit.PDFKitReference {
  const [x, y, width, height] = bounds
  const resources = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, embedForm(document, part)] as const),
  )
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [x, y, x + width, y + height],
    Filter: 'FlateDecode',
    Resources: Object.keys(parts).length > 0 ? { XObject: resources } : {},
  })
  form.end(deflated)
  return form
}
