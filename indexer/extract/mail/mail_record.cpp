// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/mail/mail_record.h"

#include <memory>
#include <string>

#include <gmime/gmime.h>

#include "indexer/extract/blocks/boilerplate.h"
#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/decoder.h"
#include "indexer/extract/text/encoded_words.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/printed_text.h"

namespace newsindex {
namespace {

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unreference>;

void start_gmime() {
  static const bool started = [] {
    g_mime_init();
    return true;
  }();
  (void)started;
}

std::string text_or_empty(const char* text) { return text == nullptr ? "" : tidy(text); }

std::string text_of_bytes(std::string_view bytes, const std::string& charset) {
  if (!is_known_by_label(charset) || !is_known_charset(charset)) return to_utf8(bytes, charset);
  std::string text;
  Decoder(charset).decode(bytes, true, text);
  return text;
}

// The bytes of a part, with its transfer encoding decoded.
std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

struct Texts {
  std::string plain;
  std::string html;
  int parts = 0;
};

void read_part(GMimeObject* parent, GMimeObject* part, gpointer data) {
  (void)parent;
  constexpr int kMostParts = 1000;
  auto& texts = *static_cast<Texts*>(data);
  if (++texts.parts > kMostParts || !GMIME_IS_TEXT_PART(part)) return;
  const char* disposition = g_mime_object_get_disposition(part);
  if (disposition != nullptr && std::string_view(disposition) == "attachment") return;
  GMimeContentType* type = g_mime_object_get_content_type(part);
  std::string& into = g_mime_content_type_is_type(type, "text", "html") ? texts.html : texts.plain;
  const char* charset = g_mime_object_get_content_type_parameter(part, "charset");
  into += text_of_bytes(bytes_of(GMIME_PART(part)), charset == nullptr ? "" : charset);
  into += "\n\n";
}

// Removes the signature, which begins at "-- ". REQUIRES: tidy text, without spaces at line ends.
std::string without_signature(std::string text) {
  const std::size_t at = text.find("\n--\n");
  if (at != std::string::npos) text.resize(at);
  return text;
}

bool belongs(std::string_view paragraph) {
  switch (kind_of(make_block(paragraph))) {
    case BlockKind::newsletter:
    case BlockKind::legal:
    case BlockKind::share:
    case BlockKind::navigation: return false;
    default: return true;
  }
}

std::string without_furniture(const std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    const std::string paragraph = text.substr(at, end - at);
    if (!paragraph.empty() && belongs(paragraph)) kept += (kept.empty() ? "" : "\n\n") + paragraph;
    at = end + 2;
  }
  return kept;
}

std::string body_of(const Texts& texts) {
  constexpr std::size_t kSaysMore = 3;  // how many times as long
  const std::string plain = paragraphs_of(without_signature(tidy(texts.plain)));
  const std::string html = texts.html.empty() ? "" : paragraphs_of_html(texts.html);
  return without_furniture(plain.size() * kSaysMore < html.size() ? html : plain);
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return {};
  return text_or_empty(internet_address_get_name(internet_address_list_get_address(from, 0)));
}

}  // namespace

Draft draft_of_mail(const Record& record) {
  start_gmime();
  const std::string bytes = with_words_in_utf8(record.bytes);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return refused("no e-mail that can be read");
  Texts texts;
  g_mime_message_foreach(message.get(), read_part, &texts);
  Draft draft;
  set_id(draft, text_or_empty(g_mime_message_get_message_id(message.get())));
  set_title(draft, text_or_empty(g_mime_message_get_subject(message.get())));
  const char* date = g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date");
  add_published(draft, text_or_empty(date));
  set_source(draft, sender_of(message.get()));
  const char* language = g_mime_object_get_header(GMIME_OBJECT(message.get()), "Content-Language");
  set_language(draft, text_or_empty(language));
  set_body(draft, body_of(texts));
  return draft;
}

}  // namespace newsindex
