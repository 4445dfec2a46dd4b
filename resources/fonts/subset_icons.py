#!/usr/bin/env python3
"""Rebuilds AppIcons.ttf and src/ui/icon.rs from Lucide (npm package lucide-static, ISC; a part is Feather's, MIT).
   npm install lucide-static; pip install fonttools
   python3 subset_icons.py node_modules/lucide-static/font ../.."""
import json, os, sys
from fontTools import subset

NAMES = """
activity alarm-clock arrow-big-up arrow-right-to-line delete option grip-vertical id-card user-cog circle-dashed at-sign zap file-clock file-search book-text presentation archive archive-restore arrow-down arrow-left arrow-right arrow-up arrow-up-down arrow-up-right
badge-alert badge-check ban banknote bell bell-ring book-open bookmark building-2 calendar calendar-clock calendar-days
calendar-off chart-column chart-line chart-pie check chevron-down chevron-left chevron-right chevron-up chevrons-down
chevrons-left chevrons-right chevrons-up chevrons-up-down circle circle-alert circle-check circle-dot circle-pause
circle-question-mark circle-user circle-x clipboard clipboard-check clipboard-list clock cloud cloud-off columns-3 command
contact contrast copy corner-down-left crown database database-backup download ellipsis ellipsis-vertical external-link eye
eye-off file file-check-2 file-down file-lock-2 file-pen-line file-spreadsheet file-text file-up flag flame folder
folder-open frown funnel gauge git-branch globe hard-drive hash headphones heart history hourglass house image inbox info
key-round keyboard languages layers layout-dashboard lightbulb link list list-checks loader-circle lock lock-open log-in
log-out mail map-pin maximize-2 megaphone meh menu merge message-circle message-square message-square-text mic minus monitor
moon octagon-alert package palette panel-left panel-right paperclip pause pencil phone phone-call phone-incoming
phone-missed phone-off phone-outgoing pin play plus printer quote redo-2 refresh-cw repeat-2 reply rotate-ccw route save
scale search send server settings shield shield-alert shield-check shopping-cart signature skip-forward sliders-horizontal
smile sparkles split square square-check square-kanban stamp star store sun table tag tags target thumbs-down thumbs-up timer
trash-2 trending-down trending-up triangle-alert truck undo-2 unlink unplug upload user user-check user-plus user-x users
wifi-off workflow wrench x zoom-in zoom-out
""".split()

TEST = """
#[cfg(test)]
mod tests {
    use ab_glyph::{Font as _, FontRef};

    #[test]
    fn the_font_holds_every_icon() {
        let font = include_bytes!("../../resources/fonts/AppIcons.ttf");
        let font = FontRef::try_from_slice(font).unwrap();
        for icon in super::ALL {
            assert!(font.glyph_id(icon.0).0 != 0, "{icon:?}");
        }
    }
}
"""

source, root = sys.argv[1], sys.argv[2]
points = json.load(open(os.path.join(source, "codepoints.json")))
missing = [name for name in NAMES if name not in points]
if missing:
    sys.exit(f"lucide has no {missing}")
options = subset.Options()
options.hinting, options.layout_features = False, []
options.name_IDs, options.name_languages, options.notdef_outline = ["*"], [0x409], True
options.drop_tables += ["GSUB", "GPOS", "DSIG"]
font = subset.load_font(os.path.join(source, "lucide.ttf"), options)
worker = subset.Subsetter(options)
worker.populate(unicodes=[points[name] for name in NAMES])
worker.subset(font)
for record in font["name"].names:
    text = {1: "App Icons", 2: "Regular", 3: "App Icons subset", 4: "App Icons", 6: "AppIcons", 16: "App Icons"}.get(record.nameID)
    if text:
        record.string = text
subset.save_font(font, os.path.join(root, "resources/fonts/AppIcons.ttf"), options)
with open(os.path.join(root, "src/ui/icon.rs"), "w") as out:
    out.write("//! Icons: code points of `resources/fonts/AppIcons.ttf`, a subset of Lucide (ISC licence, resources/icons/LICENSE).\n")
    out.write("//!\n//! Written by `resources/fonts/subset_icons.py`; [`crate::ui::widget::icon`] draws them.\n\n")
    out.write("/// One icon.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub struct Icon(pub char);\n\n")
    for name in NAMES:
        out.write(f"/// `{name}`\npub const {name.upper().replace('-', '_')}: Icon = Icon('\\u{{{points[name]:x}}}');\n")
    out.write("\n/// Every icon, for the test that the font holds them.\n#[cfg(test)]\npub(crate) const ALL: &[Icon] = &[\n")
    for name in NAMES:
        out.write(f"    {name.upper().replace('-', '_')},\n")
    out.write("];\n")
    out.write(TEST)
