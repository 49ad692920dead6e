/** 2,048 common Indonesian words, eleven bits each. Most differ from all others in at least two letters. */
export const pairingWords: readonly string[] = `
abadi abang abjad abon acak acara adat adik adonan agama agar ahli ajaib akad akhir aksara aktif akur alam album alir almari alpukat
alun amal amanat ambal ambil ampas amplop ampuh anggrek anggur angin angka angkasa angklung angkut angsa anoa antar anting antre anyam
apel apung arah arang arena arif arloji arsip artis arus asap asin asing asmara aspal asrama asri asuh atas atlet atom aula awan babad
babak bacang badai badak badan badut bagan bagus bahan bahari bahasa bahu bait baja bajak bajing bakar bakat bakau baki bakmi bakpao
bakso bakti bakul balai balam balap balas baling balok balon balsam bambu bandar bandeng bandul bangau bangku bangsa bangun bantal
banteng bantu banyak bapak barang barat baris basah basmi batang batas baterai batik batin batok baur bawah bawal bawang bayam bayang
bazar beban bebas bebek becak beda bedak bedeng beduk bejana bekal bekas bekicot belah belalang belanga belanja belati beling beliung
beludru belut bemo benang benar benda bendera bengkel benih bening bensin bentang benteng bentuk benua berani beras berita berkah bersih
beruang besan besar besek besi besok betah beton betung biak biawak biaya bibir bibit bicara bidan bidang bihun bijak biji bikin bilah
bilik bina binar bingkai bintang biola biru bisik bisnis bobot bocah bohlam boneka borong bosan botol bronjong bubuk bubur budaya budi
bugar bujang bukit bukti buku bulan bulat bulir bumbu bunda bundar bunga bungkus bunyi buram burung busa busur butik butir buyung cabai
cabang cacing cadar cagar cahaya cair cakap cakar cakram calon camar camat campur canda candi candu cangkir cangkul cantik canting
capung cari catat catur cawan cecak cedera cegah cekung celana celeng celuk cemara cemas cempaka cendana cendol cepat cerah ceramah
ceramik cerdas ceret cerita cermin cerutu cetak cicak cikal cincau cincin cinta cipta citra cobek coklat colok contoh copot corak corong
cuaca cubit cuci cuka cukup cupang curah curam dacin dadar dadu daftar dagang daging dahan dahi dahlia dakwah dalam dalang damai damar
dampak dandan dangdut dansa dapur darah darat dasar datang datar daun daya dayung debat debu dekat delapan delima delman demam denah
denda dendeng dengar depan deras derik dermaga dermawan desa desain detik dewan dewasa diam didih diet digital dinamo dinding dingin
dingklik dipan diri disiplin diskon dodol dokar dokter dolar domba dompet donat dongeng dorong dosen drama duduk duga duit dukuh dukung
dulang dunia durian durung dusun edar edisi ejaan ekonomi ekor eksis elang elastis elok ember embun emosi empat emping empuk enak encer
endap energi enggan engsel entas entok epos erat erosi esai etika etnis fajar fakta fakultas famili fana fasih fauna favorit figur fiksi
film final fisika flora fokus fondasi formal forum fosil foto fungsi gabah gabus gada gadai gading gagah gagak gagang gajah gaji galah
galak galang galon gamang gambang gambar gambir gambus gamelan gamis gandum ganggang ganjil ganti gapura garam garansi garasi garis
garpu garuda gasing gatal gatot gaul gaung gayung gebang gedung gelang gelap gelar gelas gelatik geledek geli gelora gembala gembira
gembok gempa gemuk genap gendang gengsi genta genteng gerabah gerak gerbang gergaji gerhana gerimis gerobak gesek getah getar getuk gigi
gigih giling gincu gitar global golok gong gosok gotong goyang gudang gudeg gugus gulai gulat guling gulung gumpal gunting guntur gunung
gurame guru gurun gusar habis hadap hadiah hadir hajat hakim halal halaman haluan halus hamba hambar hampar handuk hangat hantar harap
harga harimau harmoni harpa harta haru harum hasil hasta hati hawa hebat helai helm hemat hening heran herbal hewan hias hibah hibur
hidang hidung hidup hijau hikmah hilal hilir himpun hindar hiruk hisap hitam hitung hobi hormat hotel hujan hukum hulu huma humor huni
huruf hutan ideal identik idola igau ijazah ijuk ikan iklan iklim ikrar ikut ilham ilmu ilusi imam imbang imbas impian imun inap indah
indera indigo induk industri infak inflasi ingat ingin inisial injak inovasi insaf insan insang intan inti intip irama irigasi iring
iris isian islah isolasi istana istri isyarat itik izin jabat jadi jadwal jaga jagal jagung jahe jahit jajan jaket jalak jalan jalin
jalur jamal jambang jambu jambul jamu jamur jangkar jangkrik jangkung janji jantan jantung jarak jarang jarik jaring jarum jasmani jauh
jawab jejak jejaka jelajah jelas jelita jelujur jemari jembatan jempol jemput jemur jenaka jendela jenis jentik jenuh jepit jerami
jerapah jernih jeruk jihad jilat jilid jimat jingga jitu jodoh joget jogging joglo jual juang juara jubah judul jujur jukung julang
jumlah jumpa jungkir jurang juri jurus jutawan kabar kabel kabin kabut kaca kacang kado kagum kajian kakak kakao kakap kakek kaktus
kalbu kaldu kalem kaleng kali kalkun kalung kamar kambing kamboja kamera kampung kampus kamus kanan kancil kancing kandang kandil kangen
kangkung kanguru kantin kantong kantor kapak kapal kapas kapten kapuk kapulaga kapur karang karat karate karcis kardus karet karir
karpet karsa karton karung karya kasih kasir kasta kasuari kasur katak kategori katun kawah kawan kawat kayu kayuh kebaya kebun kecap
kecil kecubung kecup kedai kedelai kejar keju kekal kekar kelabu kelambu kelapa kelereng keliling kelinci kelola kelompok kelor keluarga
kemah kemarau kembang kemeja kemiri kemudi kenang kenanga kenari kencana kencur kendali kendang kendi kenduri kening kental kentang
kenyal kepak kepala kepiting keramik kerapu kerbau kereta kering keris keriting kerja kertas kerudung kerupuk kesan kesatria ketam ketel
ketik ketimun ketua ketupat kiat kiblat kicau kidul kidung kijang kikir kilo kimia kincir kipas kiper kisah kisi kismis kitab klakson
klasik klinik kloset klub kocok kode koki kokoh kolak koleksi kolom kolong komet komik komodo kompas kompor kompres kondang konser
kopiah kopling koral korek kota koyo kram kreasi kuah kualitas kubis kucing kuda kudus kuil kulit kulkas kulon kuman kumbang kumpul
kunang kunci kuning kunir kuntum kunyit kuping kupu kurma kursi kursus kurung kusen kusut kutip kutub laci ladang lagu lahap lahir lain
lajur lakon lalat lama lambai lambang lambung lampau lampin lampion lamun lancar landak landasan langit langkah langsat lantai lantang
lantik lantun lapang lapis lapor laras larut laskar latar latih lawak layan layang lebah lebur ledak lega legenda legit leher lekas lele
leluhur lemari lembah lembar lembing lembur lembut lempar lempeng lemper lengan lengkap lengkuas lensa lentera lentik lentur lereng
lesat lestari lesung letup liana liar licin lidah lidi lihat likuid limas limpah lincah lindung lingkar lintah lintas lipan lipstik
lirik listrik liter liwet lobak logam logika logo lokal loker lolos lombok lompat loncat lonceng longgar lontar lontong lorong losmen
lotek luap lubang lucu luhur lukis lulus lumba lumbung lumpia lumpur lumut lunak luncur lunglai lupa lusin lutung luwes maaf macan macet
madani magang magnet mahal mahkota majalah maju maka makmur maksud malas mamalia mambang mampir mampu manado mandau mandi mandiri mandor
mangga manggis mangkuk manik manja manusia maraton mariam markas markisa marmer marmut martabat martil masak mashur masjid maskot
masyhur matang matras maut mawar mayur mebel medali medan media meja mekanik mekar melati melayu melek melodi melon memori menang menara
menit mentah mentari mentega menteri mentimun menu merah merang merdeka merdu meriah meriam merica merk merpati mesin meter mili mimbar
mimik mimpi minat mineral minggu minum minyak miring mirip misai misteri mitos mobil modal modern modis mohon momen mondar monitor
monyet motif motor motret mouse muatan mubazir mudah mudik mufakat muhibah mujair mujarab mukena mukim mulia mulut mumpuni muncul mundur
mungil murai muriara murid musang mustika musuh mutasi mutiara mutu nabati naik nakhoda nalar nanas nangka narasi nasi nasional naskah
negara negeri nelayan nenek neon neraca netral ngarai niaga nikah nikmat nila nilon nisan nista noda noken nomor norma normal novel
nuansa nurani nutrisi nyala nyaman nyamuk nyanyi nyaring nyiru nyiur nyonya oase obat obeng objek obor obral odong oksigen olah olahraga
oles oliv ombak ompong omzet oncom ondel onggok ongkos onta opak opera oplet optik optimis orang orbit oren organ orkes ornamen orok
otomatis otot oval pabrik pacar pacu padang padma paduan pagi pagoda paham pajak pajang pakai pakis pala palapa paling palung pamah
pamer pamit pamong pancar panci pancing pandan pandu pangan pangeran panggang panggul pangkas panglima pangsit panitia panjang panjat
pantai pantas pantun panutan papan papaya parang pare parfum parkir partai paruh pasang pasir paspor pasti paten patok patung paus
pawang payet payung pecah pecel peci pedagang pedal pedang pedati pegas pegawai pekan pelana pelangi pelat pelatuk pelayan peluang
peluit pelukis pemuda pena penari pencak pendapa pendek pendekar pensil pentas pentol penyu pepaya pepes perahu perca perdana pergi
periang perigi perkasa perkutut perlu permai permata permen perona persada pertiwi perunggu perut pesawat pesisir pesona pesta petai
petang petir piagam piano pijar pikat pikul pilek pilih pilot pinang pincang pindah pinggan pinggir pingpong pinjam pinsil pintal pintar
pintu pion pipa pipit pirang piring pisang pisau pitak piutang plastik plaza pojok polar pompa pondok populer porsi posisi poster potong
potret praja prakarsa prasasti presiden pribadi prima prisma produk profil proses proyek puas pucat pucuk pudar puding puisi pulang
pulau pulen pulpen punah puncak pundak punden punggung punya pura purnama pusaka puspa pustaka putera putih puting putri putus puyuh
rabun racik radang radio ragam rahang rahasia rahmat raih rajah rajawali rajin rajut rakit raksasa rakus rakyat rambai rambak rambut
rambutan rampai rampak ramping ramuan rancak rancang rangka rangkai rangkul ranjang ransel rantai rantang rantau ranting ranum rapat
rapi rasa rasul ratap ratu razia rebab rebana rebung rebus redup regu rejeki rekam rekening rekreasi rektor rela relief remaja rembulan
remis rempah renang rencana rendah rendang renggang rentak rentang renyah repot resah resep resik resmi restu retas retina revolusi
rezeki riang ribu rimba rimbun rindang rindu ringan ringkas rintik rintis ritme ritual roket romansa rombak rombong rona rosela rotan
roti royal rubik rugbi rujak ruji rukun rumah rumbai rumit rumpun rumput rumus runcing runding rungu runtun rupawan rupiah rusuk rute
rutin saban sabda sabit sablon sabuk sahabat saing saksi saku saldo saleh salju saluran samak sambal sambung sambut sampah sampai sampan
samping sampul samudra sandal sandang sandar sanggar sanggul sanggup sangkar sanjung santai santan santri santun sapa sarang sarapan
sarden saring sarung sasana sastra satai satelit satin satuan satwa saudagar saudara sawo sayang sayap sebar sebut sedang sedap sedih
sedotan segel segera segi sehat sejarah sejati sejuk sekoci sekolah selada selam selamat selasih selera selimut selip selokan selulosa
semai semangat semangka sembilan semen semerbak sempurna senang senapan sendok sendu senggang senja senjata senter sentosa sentra sentuh
senyap senyum sepakat sepatu sepeda serabi serabut seragam serambi serbet serbuk serdadu seribu serikat serius seruling setang setara
setia setrika setrum siap siasat sidang siden sido sifat silang silau simbol simpan simpang simpati sinar sinden singa singgah singkat
singkong siniar sinopsis sipil siput siram sirih sirkus sirop sirsak sisa sisik situs siul siung skala sketsa skuter soal sofa solek
solusi sonata songket sopan sopir sore sorot sosis spanduk spektrum spidol sponsor stabil stadion stamina stasiun stempel stroberi
studio suami suasana suatu subuh sudut suhu suket sukma sukses suling sumbang sumber sumbu sumpit sumsum sumur sungai sungut suntik
super surat surga sutera swadaya swasta tabib tabung tabur tagih tahta tahun taifun tajam tajuk takdir takjub taktik takwa talang taman
tamasya tambah tambak tambal tambang tambur tampah tampan tampil tanah tandan tandur tangan tangga tanggap tangkai tangkap tangkas
tangki tani tanjak tanjung tanya tapai tapir target tarian taring taruna tarung tasbih tasik tauge tauladan tawas tawon teater tebak
tebang tebing teduh tegap tegur tekad teknik teko tekstil teladan telaga telanjur telapak telepon teliti tembaga tembakau tembang
tembikar tembok tembus tempat tempe tempel tempuh temu tenaga tenang tengah tenggara tengkuk tentara tentram tenun tepi tepuk tepung
terali terang terasi teratai terbang terbit terigu terima terjun ternak terompet terong teropong terpal terus terusan tetes tiba tidur
tikar tiket tikus timah timbang timbul timbun timpa tindak tinggal tinggi tingkat tinju tipis tirai tirta titip tiup todong toga tolong
tomat tombak tombol tonggak tongkat tonjol tonton topang topeng toples total totok tradisi trafo traktor trisula trofi tropis truk tuai
tualang tudung tugas tugu tujuh tukang tulang tulip tumbuh tumis tumpang tumpeng tumpu tunggal tunggu tungku tunjang tunjuk tuntas
tuntun turbin turnamen turun tutup uban ucap udara ujar ujung ukir ulas ulek ulin ultra ulur umang umat umbi umbul umpama umpan umum
undang undi unduh unggas unggul ungkap unik unsur untai untuk untung upacara upah upaya urut usaha usia usul utama utuh utusan vaksin
valuta vanili variasi vegetasi velodrom versi vespa veteran vihara violet viral vitamin voli volume wacana wadah wafer wahana wajib
wakaf wakil waktu walet walikota waluh wangi wangsit wanita warna warung wasiat waskita waspada wastafel watak wayang wedang wejangan
wenang wereng wesel wibawa wihara wilayah wisata wisma wisuda wortel wujud yakin yakni yatim yayasan yudha zaitun zakat zamrud ziarah
zodiak`
  .trim()
  .split(/\s+/)
