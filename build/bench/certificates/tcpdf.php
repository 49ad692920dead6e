<?php
// Draws the certificates of a bench folder with TCPDF. Reads lines "separate FROM TO [DIR]" and "merged FROM TO [FILE]";
// answers each with milliseconds, bytes and the peak of memory as JSON.
$folder = $argv[1];
define('K_TCPDF_EXTERNAL_CONFIG', true);
define('K_PATH_FONTS', $folder . '/tcpdf-fonts/');
// It deletes pictures that it finds here.
define('K_PATH_CACHE', $folder . '/tcpdf-cache/');
define('K_PATH_URL', '');
define('K_BLANK_IMAGE', '_blank.png');
define('PDF_PAGE_FORMAT', 'A4');
define('PDF_PAGE_ORIENTATION', 'L');
define('PDF_UNIT', 'pt');
define('K_SMALL_RATIO', 2 / 3);
define('K_CELL_HEIGHT_RATIO', 1.25);
define('K_TITLE_MAGNIFICATION', 1.3);
define('K_THAI_TOPCHARS', true);
define('K_TCPDF_CALLS_IN_HTML', false);
define('K_TCPDF_THROW_EXCEPTION_ERROR', true);
define('K_TIMEZONE', 'UTC');
foreach (['PDF_FONT_NAME_MAIN' => 'helvetica', 'PDF_FONT_SIZE_MAIN' => 10, 'PDF_FONT_NAME_DATA' => 'helvetica', 'PDF_FONT_SIZE_DATA' => 8, 'PDF_FONT_MONOSPACED' => 'courier', 'PDF_IMAGE_SCALE_RATIO' => 1, 'HEAD_MAGNIFICATION' => 1.1, 'PDF_CREATOR' => 'bench', 'PDF_AUTHOR' => 'bench', 'PDF_HEADER_TITLE' => '', 'PDF_HEADER_STRING' => '', 'PDF_HEADER_LOGO' => '', 'PDF_HEADER_LOGO_WIDTH' => 0, 'PDF_MARGIN_HEADER' => 0, 'PDF_MARGIN_FOOTER' => 0, 'PDF_MARGIN_TOP' => 0, 'PDF_MARGIN_BOTTOM' => 0, 'PDF_MARGIN_LEFT' => 0, 'PDF_MARGIN_RIGHT' => 0] as $name => $value) define($name, $value);
error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('memory_limit', '-1');
@mkdir(K_PATH_FONTS);
@mkdir(K_PATH_CACHE);
// The constructor asks for it; no page uses it.
copy('/usr/share/php/tcpdf/fonts/helvetica.php', K_PATH_FONTS . 'helvetica.php');
require_once '/usr/share/php/tcpdf/tcpdf.php';

class Certificates extends TCPDF {
  public function Header() {}
  public function Footer() {}
  public function raw($operators) { $this->_out($operators); }
}

$data = json_decode(file_get_contents($folder . '/data.json'), true);
$fonts = [];
foreach ($data['faces'] as $face => $entry) $fonts[$face] = TCPDF_FONTS::addTTFfont($entry['file'], 'TrueTypeUnicode', '', 32);
$height = 210 * 72 / 25.4;
$width = 297 * 72 / 25.4;

function hex($colour) { return [hexdec(substr($colour, 1, 2)), hexdec(substr($colour, 3, 2)), hexdec(substr($colour, 5, 2))]; }

function open() {
  $pdf = new Certificates('L', 'pt', 'A4', true, 'UTF-8', false);
  $pdf->setCompression(true);
  $pdf->setFontSubsetting(true);
  $pdf->SetMargins(0, 0, 0);
  $pdf->SetAutoPageBreak(false);
  // A template is lost where no page is open.
  $pdf->AddPage();
  return $pdf;
}

function addFrame($pdf) {
  global $data, $width, $height;
  $ids = [];
  foreach (['tile' => 'T', 'corner' => 'C'] as $part => $name) {
    // A template is cut off at its size; ours lies around its origin.
    $ids[$name] = $pdf->startTemplate($width, $height);
    $pdf->raw("1 0 0 -1 100 " . ($height - 100) . " cm\n" . $data['frame'][$part]['operators']);
    $pdf->endTemplate();
  }
  $frame = $pdf->startTemplate($width, $height);
  $pdf->raw("q 1 0 0 -1 0 $height cm");
  foreach (explode("\n", $data['frame']['operators']) as $line) {
    if (!preg_match('#^q (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm /([TC]) Do Q$#', $line, $found)) { $pdf->raw($line); continue; }
    $pdf->raw("q $found[1] $found[2] $found[3] $found[4] $found[5] $found[6] cm 1 0 0 -1 -100 " . ($height - 100) . ' cm');
    $pdf->printTemplate($ids[$found[7]], 0, 0, $width, $height, '', '', false);
    $pdf->raw('Q');
  }
  $pdf->raw('Q');
  $pdf->endTemplate();
  return $frame;
}

function draw($pdf, $frame, $certificate, $isFirst) {
  global $fonts, $folder, $width, $height;
  foreach ($certificate['pages'] as $at => $page) {
    if (!$isFirst || $at > 0) $pdf->AddPage();
    foreach ($page as $one) {
      switch ($one['op']) {
        case 'form': $pdf->printTemplate($frame, 0, 0, $width, $height, '', '', false); break;
        case 'text':
          $pdf->SetFont($fonts[$one['face']], '', $one['size']);
          $pdf->SetTextColorArray(hex($one['colour']));
          $pdf->setFontSpacing($one['tracking']);
          $pdf->Text($one['x'], $one['y'], $one['text'], false, false, true, 0, 0, '', false, '', 0, false, 'L', 'B');
          break;
        case 'line': $pdf->Line($one['x1'], $one['y1'], $one['x2'], $one['y2'], ['width' => $one['thickness'], 'color' => hex($one['colour'])]); break;
        case 'fill': $pdf->Rect($one['x'], $one['y'], $one['width'], $one['height'], 'F', [], hex($one['colour'])); break;
        case 'frame': $pdf->Rect($one['x'], $one['y'], $one['width'], $one['height'], 'D', ['all' => ['width' => $one['thickness'], 'color' => hex($one['colour'])]]); break;
        case 'code':
          $pdf->write2DBarcode($certificate['code'], 'QRCODE,M', $one['x'], $one['y'], $one['side'], $one['side'], ['padding' => 0, 'fgcolor' => [0, 0, 0]]);
          break;
        case 'photo': $pdf->Image($folder . '/' . $certificate['photo'], $one['x'], $one['y'], $one['width'], $one['height'], 'JPG'); break;
      }
    }
  }
}

while (($line = fgets(STDIN)) !== false) {
  [$what, $from, $to, $where] = array_pad(explode(' ', trim($line), 4), 4, '');
  $certificates = array_slice($data['certificates'], (int) $from, $to - $from);
  $bytes = 0;
  $start = hrtime(true);
  if ($what === 'separate') {
    foreach ($certificates as $index => $certificate) {
      $pdf = open();
      draw($pdf, addFrame($pdf), $certificate, true);
      $out = $pdf->Output('', 'S');
      $bytes += strlen($out);
      if ($where !== '') file_put_contents("$where/$index.pdf", $out);
    }
  } else {
    $pdf = open();
    $frame = addFrame($pdf);
    foreach ($certificates as $index => $certificate) draw($pdf, $frame, $certificate, $index === 0);
    $out = $pdf->Output('', 'S');
    $bytes = strlen($out);
    if ($where !== '') file_put_contents($where, $out);
  }
  $milliseconds = (hrtime(true) - $start) / 1e6;
  preg_match('/VmHWM:\s+(\d+)/', file_get_contents('/proc/self/status'), $peak);
  echo json_encode(['milliseconds' => $milliseconds, 'bytes' => $bytes, 'megabytes' => $peak[1] / 1024]), "\n";
}
