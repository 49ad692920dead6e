# Draws the certificates of a bench folder with ReportLab. Reads lines "separate FROM TO [DIR]" and "merged FROM TO [FILE]";
# answers each with milliseconds, bytes and the peak of memory as JSON.
import io
import json
import re
import resource
import sys
import time

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

folder = sys.argv[1]
with open(f"{folder}/data.json") as file:
    data = json.load(file)
for face, entry in data["faces"].items():
    pdfmetrics.registerFont(TTFont(face, entry["file"]))
width, height = 297 * 72 / 25.4, 210 * 72 / 25.4
placed = re.compile(r"^q (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm /([TC]) Do Q$")
colours = {}


def colour(text):
    if text not in colours:
        colours[text] = HexColor(text)
    return colours[text]


def add_frame(canvas):
    for part, name in (("tile", "T"), ("corner", "C")):
        canvas.beginForm(name, -100, -100, 200, 200)
        canvas._code.append(data["frame"][part]["operators"])
        canvas.endForm()
    canvas.beginForm("frame", 0, 0, width, height)
    canvas._code.append(f"q 1 0 0 -1 0 {height} cm")
    for line in data["frame"]["operators"].split("\n"):
        found = placed.match(line)
        if not found:
            canvas._code.append(line)
            continue
        canvas._code.append(f"q {' '.join(found.groups()[:6])} cm")
        canvas.doForm(found[7])
        canvas._code.append("Q")
    canvas._code.append("Q")
    canvas.endForm()


def draw(canvas, certificate):
    for page in certificate["pages"]:
        for one in page:
            op = one["op"]
            if op == "text":
                canvas.setFillColor(colour(one["colour"]))
                canvas.setFont(one["face"], one["size"])
                canvas.drawString(one["x"], height - one["y"], one["text"], charSpace=one["tracking"])
            elif op == "line":
                canvas.setStrokeColor(colour(one["colour"]))
                canvas.setLineWidth(one["thickness"])
                canvas.line(one["x1"], height - one["y1"], one["x2"], height - one["y2"])
            elif op in ("fill", "frame"):
                if op == "fill":
                    canvas.setFillColor(colour(one["colour"]))
                else:
                    canvas.setStrokeColor(colour(one["colour"]))
                    canvas.setLineWidth(one["thickness"])
                y = height - one["y"] - one["height"]
                canvas.rect(one["x"], y, one["width"], one["height"], fill=op == "fill", stroke=op == "frame")
            elif op == "code":
                side = one["side"]
                code = QrCodeWidget(certificate["code"], barLevel="M", barWidth=side, barHeight=side, barBorder=0)
                drawing = Drawing(side, side)
                drawing.add(code)
                renderPDF.draw(drawing, canvas, one["x"], height - one["y"] - side)
            elif op == "photo":
                y = height - one["y"] - one["height"]
                canvas.drawImage(f"{folder}/{certificate['photo']}", one["x"], y, one["width"], one["height"])
            elif op == "form":
                canvas.doForm("frame")
        canvas.showPage()


def make(certificates):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1)
    add_frame(canvas)
    for certificate in certificates:
        draw(canvas, certificate)
    canvas.save()
    return out.getvalue()


for line in sys.stdin:
    what, first, last, *where = line.split()
    certificates = data["certificates"][int(first) : int(last)]
    written = 0
    start = time.perf_counter()
    if what == "separate":
        for index, certificate in enumerate(certificates):
            content = make([certificate])
            written += len(content)
            if where:
                with open(f"{where[0]}/{index}.pdf", "wb") as file:
                    file.write(content)
    else:
        content = make(certificates)
        written = len(content)
        if where:
            with open(where[0], "wb") as file:
                file.write(content)
    milliseconds = (time.perf_counter() - start) * 1000
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"milliseconds": milliseconds, "bytes": written, "megabytes": megabytes}), flush=True)
