// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/render.h"

#include "query/render/formats.h"

namespace newsindex {

void render(std::ostream& out, const Answer& answer, Format format, const Style& style) {
  switch (format) {
    case Format::text: return render_text(out, answer, style);
    case Format::json: return render_json(out, answer, style);
    case Format::jsonl: return render_jsonl(out, answer, style);
    case Format::tsv: return render_tsv(out, answer, style);
    case Format::csv: return render_csv(out, answer, style);
    case Format::html: return render_html(out, answer, style);
    case Format::atom: return render_atom(out, answer, style);
    case Format::ninjs: return render_ninjs(out, answer, style);
    case Format::bibtex: return render_bibtex(out, answer, style);
    case Format::ris: return render_ris(out, answer, style);
    case Format::trec: return render_trec(out, answer, style);
    case Format::ids: return render_ids(out, answer, style);
  }
}

}  // namespace newsindex
