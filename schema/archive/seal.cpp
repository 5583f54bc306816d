// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/seal.h"

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::string_view kEnd = "\n}\n";
constexpr std::string_view kSeal = ",\n \"digest\": \"";

}  // namespace

std::string sealed(std::string_view object) {
  const std::string_view members = object.substr(0, object.size() - kEnd.size());
  return std::string(members) + std::string(kSeal) + hex_digest(object) + "\"" + std::string(kEnd);
}

bool has_seal(std::string_view text) { return text.rfind(kSeal) != std::string_view::npos; }

bool is_whole(std::string_view text) {
  const std::size_t at = text.rfind(kSeal);
  if (at == std::string_view::npos) return false;
  return sealed(std::string(text.substr(0, at)) + std::string(kEnd)) == text;
}

}  // namespace newsindex
