// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/text_files.h"

#include <fstream>
#include <utility>

#include "query/answer/article_cells.h"
#include "query/commands/part_printer.h"
#include "query/render/markup.h"
#include "schema/archive/durable.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestName = 200;  // bytes; file systems allow 255
constexpr const char* kSuffix = ".txt";

void put(std::string& text, const std::string& paragraph) {
  if (!paragraph.empty()) text += (text.empty() ? "" : "\n") + paragraph + "\n";
}

}  // namespace

std::string text_file_name(const std::string& id) {
  std::string name = percent_encoded(id);
  if (name.starts_with('.')) name.replace(0, 1, "%2E");
  if (name.size() > kLongestName)
    name = name.substr(0, kLongestName - 17) + "-" + hex_digits(digest64(id));
  return name + kSuffix;
}

std::string article_text(const Article& article) {
  std::string text;
  put(text, article.title);
  std::string facts = facts_text(article);
  if (!article.url.empty()) facts += "\n" + article.url;
  put(text, facts);
  if (article.body.find(article.lead) == std::string::npos) put(text, article.lead);
  put(text, article.body);
  return text;
}

TextFiles::TextFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
  make_folders(folder_);
}

std::uint64_t TextFiles::write(Archive& archive, const SearchRequest& request) const {
  std::uint64_t total = 0;
  search_in_parts(archive, request, kHitsInPart, [&](SearchAnswer& part, bool) {
    total = part.total;
    for (const Hit& hit : part.hits) {
      const std::filesystem::path path = folder_ / text_file_name(hit.article.id);
      std::ofstream out(path, std::ios::binary | std::ios::trunc);
      if (!out) throw Error(ExitCode::cannot_create, "cannot create '" + path.string() + "'");
      out << article_text(hit.article);
      if (!out.flush()) throw Error(ExitCode::io, "cannot write '" + path.string() + "'");
    }
  });
  return total;
}

}  // namespace newsindex
