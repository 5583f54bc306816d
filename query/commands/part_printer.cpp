// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/part_printer.h"

#include <ostream>
#include <utility>

#include "schema/digest.h"

namespace newsindex {

std::uint64_t PartPrinter::print(Archive& archive, const SearchRequest& request,
                                 const std::string& name, const ToAnswer& to_answer) {
  std::uint64_t total = 0;
  bool is_first = true;
  style_.ends = style_.continues = false;
  search_in_parts(archive, request, kHitsInPart, [&](SearchAnswer& part, bool) {
    total = part.total;
    std::erase_if(part.hits, [&](const Hit& hit) {
      return !printed_.insert(digest64(name + '\0' + hit.article.id)).second;
    });
    Answer answer = to_answer(part);
    if (!is_first) answer.above.clear();
    is_first = false;
    newsindex::print(out_, output_, answer, style_);
    style_.begins = false;
    style_.continues = true;
    for (Group& group : answer.table.groups) group.rows.clear();
    answer.above.clear();
    last_ = std::move(answer);
  });
  return total;
}

void PartPrinter::close() {
  if (!last_) return;
  style_.ends = true;
  newsindex::print(out_, output_, *last_, style_);
}

}  // namespace newsindex
