// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsindex {

// A line of a JSON Lines file: an article with this id and body, always of the same day. `more` is
// put behind its fields.
inline std::string line(const std::string& id, const std::string& body,
                        const std::string& more = "") {
  return R"({"id":")" + id + R"(","title":"Report )" + id + R"(","date":"2023-04-02","body":")" +
         body + "\"" + more + "}\n";
}

}  // namespace newsindex
