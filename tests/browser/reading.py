"""Somebody who reads an article and writes in its thread."""

TEXT = "Þetta skýrir málið vel."


class Reader:
    """Somebody who reads an article in a browser of their own."""

    def __init__(self, context, address):
        self.page, self.messages = context.new_page(), []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.goto(address)
        self.page.evaluate("window.stayed = true")
        self.form = self.page.locator("#skrifa")

    def write(self, *, name="Lesandi", text=TEXT, form=None):
        form = form or self.form
        form.locator("[name=name]").fill(name)
        form.locator("[name=text]").fill(text)

    def send(self, form=None):
        (form or self.form).locator("[value=send]").click()

    @property
    def stayed(self):
        return self.page.evaluate("window.stayed === true")

    def focused(self):
        return self.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
