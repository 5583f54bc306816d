// SPDX-License-Identifier: GPL-3.0-or-later
// Reads articles and pages of a digitised newspaper from XML records of this form:
//
//   <mets OBJID="..." LABEL="...">
//     <issue><dmdSec>...</dmdSec></issue>             describes the newspaper and the issue
//     <unit ID="..." TYPE="ARTICLE" LABEL="...">
//       <section LABEL="..."/>                        sections of the article, outermost first
//       <dmdSec>...</dmdSec>                          describes the article
//       <part TYPE="HEADING TITLE">...</part>         blocks of a page, with their type in METS
//     </unit>
//   </mets>
//
// indexer/readers/split_mets.cpp makes these records from a METS file and its pages.
#pragma once

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// The title is the one in the article's MODS or Dublin Core, else the printed heading, else the
// label; the date, the newspaper and the language are those of the issue. The date when a file was
// made is not used as the date of an article.
void read_issue_unit(pugi::xml_node mets, Draft& draft);

// Reads a page of ALTO or PAGE XML.
void read_ocr_page(pugi::xml_node root, Draft& draft);

}  // namespace newsindex
