#!/usr/bin/env python3
"""Rebuilds resources/fonts from Debian's fonts-noto-cjk (OFL-1.1) and unicode-data.
   apt-get install fonts-noto-cjk unicode-data; pip install fonttools
   AppSansSC-Regular: GBK + 通用规范汉字表(8105); AppSansSC-Bold: GB2312 + 8105 + Big5 level 1; AppSansTC-Regular: Big5; AppSansTC-Bold: Big5 level 1.
   `locl` must stay out: with it the regional variants double the file. Takes ~5 min (CFF)."""
import bz2, os, re, sys
from fontTools import subset
out = sys.argv[1] if len(sys.argv) > 1 else "resources/fonts"
CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
UNI = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
def codec(name):
    r = set()
    for c in range(0x20, 0xFFF0):
        if 0xD800 <= c < 0xF900: continue
        try: chr(c).encode(name); r.add(c)
        except UnicodeError: pass
    return r
def big5_level1():
    r = set()
    for hi in range(0xA4, 0xC7):
        for lo in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if hi == 0xC6 and lo > 0x7E: continue
            try: r.add(ord(bytes([hi, lo]).decode("big5")))
            except UnicodeError: pass
    return r
tgh = {int(m[1], 16) for l in bz2.open(UNI, "rt") if (m := re.match(r"U\+([0-9A-F]+)\tkTGH\t", l))}
ranges = [(0x20,0x7F),(0xA0,0x180),(0x370,0x400),(0x400,0x460),(0x2000,0x2070),(0x20A0,0x20C0),(0x2100,0x2300),(0x2460,0x27C0),(0x3000,0x3130),(0x3200,0x3400),(0xFE30,0xFE50),(0xFF00,0xFFF0)]
base = {c for a, b in ranges for c in range(a, b)}
gb, gbk, b5 = codec("gb2312"), codec("gbk"), codec("big5")
def make(weight, face, chars, family, style, name):
    o = subset.Options()
    o.font_number, o.hinting, o.layout_features = face, False, ["kern", "ccmp"]
    o.name_IDs, o.name_languages, o.notdef_outline = ["*"], [0x409], True
    o.drop_tables += ["BASE", "vhea", "vmtx", "VORG", "DSIG"]
    f = subset.load_font(CJK % weight, o, lazy=True)
    s = subset.Subsetter(o); s.populate(unicodes=chars); s.subset(f)
    for r in f["name"].names:
        v = {1: family, 16: family, 2: style, 17: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", ""), 3: f"{family} {style} subset"}.get(r.nameID)
        if v: r.string = v
    subset.save_font(f, os.path.join(out, name), o)
    print(name, os.path.getsize(os.path.join(out, name)))
os.makedirs(out, exist_ok=True)
make("Regular", 2, gbk | tgh | base, "App Sans SC", "Regular", "AppSansSC-Regular.otf")
make("Bold", 2, gb | tgh | big5_level1() | base, "App Sans SC", "Bold", "AppSansSC-Bold.otf")
make("Regular", 3, b5 | base, "App Sans TC", "Regular", "AppSansTC-Regular.otf")
make("Bold", 3, big5_level1() | base, "App Sans TC", "Bold", "AppSansTC-Bold.otf")
