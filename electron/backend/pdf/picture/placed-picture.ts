import { points } from '../millimetres.ts'
import type { Picture } from './picture.ts'

/** In mm. */
export type Box = { x: number; y: number; width: number; height: number }
export type PictureFit = 'contain' | 'cover'

/** A picture that is embedded in one file and can be drawn on any of its pages. */
export type PlacedPicture = { draw: (box: Box, fit: PictureFit) => void }

/** Embeds the picture. `index` must be unique among the pictures of the file. */
export function placePicture(document: PDFKit.PDFDocument, picture: Picture, index: number): PlacedPicture {
  return picture.kind === 'jpeg' ? placeJpeg(document, picture) : placePixels(document, picture, `Pixels${index}`)
}

// Documented by PDFKit, but missing from its types.
type WithImages = PDFKit.PDFDocument & { openImage: (source: Buffer) => PDFKit.Mixins.ImageSrc }

// PDFKit rotates a photo by its EXIF orientation itself.
function placeJpeg(document: PDFKit.PDFDocument, { bytes }: Extract<Picture, { kind: 'jpeg' }>): PlacedPicture {
  const image = (document as WithImages).openImage(Buffer.from(bytes))
  return {
    draw: ({ x, y, width, height }, fit) => {
      const size: [number, number] = [points(width), points(height)]
      document.image(image, points(x), points(y), {
        ...(fit === 'cover' ? { cover: size } : { fit: size }),
        align: 'center',
        valign: 'center',
      })
    },
  }
}

function placePixels(
  document: PDFKit.PDFDocument,
  { width, height, rgb }: Extract<Picture, { kind: 'pixels' }>,
  name: string,
): PlacedPicture {
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
  })
  image.end(rgb)
  return {
    draw: (box, fit) => {
      const choose = fit === 'cover' ? Math.max : Math.min
      const scale = choose(box.width / width, box.height / height)
      const [drawnWidth, drawnHeight] = [width * scale, height * scale]
      const x = box.x + (box.width - drawnWidth) / 2
      const y = box.y + (box.height - drawnHeight) / 2
      document.page.xobjects[name] = image
      // PDFKit flips the page vertically, so the picture is flipped back.
      const matrix = [drawnWidth, 0, 0, -drawnHeight, x, y + drawnHeight].map(value => points(value).toFixed(3))
      document.addContent(`q ${matrix.join(' ')} cm /${name} Do Q`)
    },
  }
}
