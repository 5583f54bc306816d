// SPDX-License-Identifier: GPL-3.0-or-later
// Articles and pages of a digitised newspaper, as records of XML:
//
//   <mets OBJID="..." LABEL="...">
//     <issue><dmdSec>...</dmdSec></issue>             what is said of the newspaper, and of the
//     issue <unit ID="..." TYPE="ARTICLE" LABEL="...">
//       <section LABEL="..."/>                        in which it stands, the outermost first
//       <dmdSec>...</dmdSec>                          what is said of the article
//       <part TYPE="HEADING TITLE">...</part>         blocks of a page, of the kind that METS tells
//     </unit>
//   </mets>
//
// This is what indexer/readers/split_mets.cpp makes of a METS file and its pages.
#pragma once

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// The title is that of the article's MODS or Dublin Core, else what is printed as its heading, else
// its label; the date, the newspaper and the language are those of the issue. When a file was made
// is not the date of an article.
void read_issue_unit(pugi::xml_node mets, Draft& draft);

// A page of ALTO or PAGE XML.
void read_ocr_page(pugi::xml_node root, Draft& draft);

}  // namespace newsindex
