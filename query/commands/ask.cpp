// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/ask.h"

#include <ostream>

#include "schema/shown.h"

namespace newsindex {

bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          std::ostream& messages) {
  for (const LeftOut& each : left_out) messages << "newsquery: " << to_text(each, archive) << '\n';
  return !left_out.empty();
}

void tell_out_of_time(const CommandLine& line, std::ostream& messages) {
  messages << "newsquery: the time of --timeout " << shown(line.text("timeout"))
           << " was up: the answer has only what was found until then\n";
}

void tell(const std::vector<QueryNote>& notes, std::ostream& messages) {
  for (const QueryNote& note : notes)
    messages << "newsquery: note: " << shown(to_text(note)) << '\n';
}

}  // namespace newsindex
