// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each format: see render.h.
#pragma once

#include <iosfwd>

#include "query/render/render.h"

namespace newsindex {

void render_text(std::ostream& out, const Answer& answer, const Style& style);
void render_json(std::ostream& out, const Answer& answer, const Style& style);
void render_jsonl(std::ostream& out, const Answer& answer, const Style& style);
void render_tsv(std::ostream& out, const Answer& answer, const Style& style);
void render_csv(std::ostream& out, const Answer& answer, const Style& style);
void render_html(std::ostream& out, const Answer& answer, const Style& style);
void render_atom(std::ostream& out, const Answer& answer, const Style& style);
void render_ninjs(std::ostream& out, const Answer& answer, const Style& style);
void render_bibtex(std::ostream& out, const Answer& answer, const Style& style);
void render_ris(std::ostream& out, const Answer& answer, const Style& style);
void render_trec(std::ostream& out, const Answer& answer, const Style& style);
void render_ids(std::ostream& out, const Answer& answer, const Style& style);

}  // namespace newsindex
