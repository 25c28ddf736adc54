// 朗读: reads the main text, or what is selected. The button stays hidden where the device has no Chinese voice.
const synthesis = window.speechSynthesis;

function chineseVoice() {
  return synthesis.getVoices().find((voice) => /^(zh|cmn)\b/i.test(voice.lang));
}

function offer() {
  if (!chineseVoice()) return;
  for (const button of document.querySelectorAll("[data-speak]")) button.hidden = false;
}

/** Sentences, so that a long page is not one utterance, which some browsers cut after 15 seconds. */
function sentences(text) {
  return text.split(/(?<=[。!?;\n])/).map((part) => part.trim()).filter(Boolean);
}

function speak(button) {
  const selected = String(window.getSelection()).trim();
  const text = selected || document.getElementById(button.dataset.speak)?.innerText || "";
  const parts = sentences(text);
  if (parts.length === 0) return;
  button.textContent = "停止朗读";
  parts.forEach((part, index) => {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.voice = chineseVoice();
    utterance.lang = utterance.voice.lang;
    if (index === parts.length - 1) utterance.onend = () => (button.textContent = "朗读正文");
    synthesis.speak(utterance);
  });
}

if (synthesis) {
  offer();
  synthesis.addEventListener("voiceschanged", offer);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-speak]");
    if (!button) return;
    if (synthesis.speaking) {
      synthesis.cancel();
      button.textContent = "朗读正文";
    } else speak(button);
  });
  window.addEventListener("pagehide", () => synthesis.cancel());
}
